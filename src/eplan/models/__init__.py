"""The data as types: pydantic models, one module per kind of file. They know no files and no positions."""
