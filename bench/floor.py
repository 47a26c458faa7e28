"""The floor: read the bytes of a folder's YAML files and let the C parser run through its bare events."""

import gc
import sys
from pathlib import Path

from _ruamel_yaml import CParser

gc.disable()
for path in Path(sys.argv[1]).rglob("*.yaml"):
    CParser(path.read_bytes()).raw_parse()
