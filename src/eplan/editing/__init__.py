"""Changes of files that touch only the characters they mean to: comments, order and quotes stay as they are."""
