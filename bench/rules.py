"""Which rules cost what: CPU milliseconds of every rule over one folder, dearest first.

python bench/rules.py bench/corpus/1000
"""

import gc
import sys
from datetime import date
from pathlib import Path
from time import process_time

from eplan.checking import found_by
from eplan.reading import read_folder
from eplan.rules import all_rules
from eplan.workspace import check_sources


def main() -> None:
    gc.disable()
    sources = read_folder(Path(sys.argv[1]))
    rules = all_rules()
    start = process_time()
    repository = check_sources(sources, date(2012, 12, 31), []).repository
    print(f"{(process_time() - start) * 1000:8.1f} ms  everything but the rules")
    costs = []
    for rule in rules.values():
        start = process_time()
        found = sum(1 for _ in found_by(rule, repository))
        costs.append(((process_time() - start) * 1000, rule.id, rule.name, found))
    print(f"{sum(cost[0] for cost in costs):8.1f} ms  {len(costs)} rules")
    for cost, rule_id, name, found in sorted(costs, reverse=True)[:30]:
        print(f"{cost:8.1f} ms  {rule_id} {name} ({found} found)")


if __name__ == "__main__":
    main()
