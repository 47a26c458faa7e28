"""The archive of a programme (资料归档): a folder a task with cover, contents and material; an index."""
