"""Rules over a repository: sorted findings, with what the folder has accepted set apart."""

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain
from typing import Any, NamedTuple

from eplan.document import Document, Loc, Place
from eplan.finding import Accepted, Fault, Finding, Position, Severity
from eplan.law import Law, is_sure
from eplan.messages import Message
from eplan.models.base import Acceptance
from eplan.models.plan import Plan
from eplan.repository import Repository
from eplan.rule import Faults, Found, Rule, Settled, Settlement
from eplan.rules import all_rules


@dataclass(frozen=True)
class Verdict:
    """What the rules say: the findings, and those that somebody has accepted."""

    findings: tuple[Finding, ...]
    accepted: tuple[Finding, ...]


class Pardon(NamedTuple):
    """An acceptance and where it holds: below one record of a file, or below a path."""

    place: Place
    acceptance: Acceptance
    path: str
    loc: Loc

    def covers(self, place: Place) -> bool:
        return self.holds_for(str(place.document.path)) and place.loc[: len(self.loc)] == self.loc

    def holds_for(self, file: str) -> bool:
        return file == self.path or file.startswith(self.path.rstrip("/") + "/")

    @property
    def words(self) -> Accepted:
        said = self.acceptance
        return Accepted(self.place.position, said.reason, said.by, said.until)


class Raised(NamedTuple):
    """What a rule has found, and the acceptance that covers it."""

    rule: Rule
    found: Found | Fault
    pardon: Pardon | None = None


def check(repository: Repository, rules: Iterable[Rule], pardons: Iterable[Pardon]) -> Verdict:
    """Run the rules; findings are sorted by place, repetitions of one cause are one finding."""
    active = [rule for rule in rules if not {rule.id, rule.name} & set(repository.on.config.rules.disabled)]
    raised = list(_raised(active, repository))
    known = tuple(pardons)
    valid = _by_rule(pardon for pardon in known if pardon.acceptance.until >= repository.as_of)
    used: Counter[int] = Counter()
    kept: list[Raised] = []
    accepted: list[Raised] = []
    for one in raised:
        pardon = _pardon_for(one.rule, one.found, valid)
        used[id(pardon)] += 1
        (accepted if pardon else kept).append(one._replace(pardon=pardon))
    settlement = Settlement(repository.as_of, tuple(_settled(known, used, active, repository)))
    kept += [Raised(rule, found) for rule in active if rule.asks is Settlement for found in rule.check(settlement)]
    return Verdict(_findings(repository, kept), _findings(repository, accepted))


def _by_rule(pardons: Iterable[Pardon]) -> Mapping[str, list[Pardon]]:
    found: dict[str, list[Pardon]] = {}
    for pardon in pardons:
        found.setdefault(pardon.acceptance.rule, []).append(pardon)
    return found


def _settled(
    pardons: Iterable[Pardon], used: Counter[int], active: Iterable[Rule], repository: Repository
) -> Iterator[Settled]:
    """What the acceptances covered. A rule that was not run, or did not see all, may still have something to find."""
    words = {word for rule in all_rules().values() for word in (rule.id, rule.name)}
    idle = words - {word for rule in active for word in (rule.id, rule.name)}
    of_folder = {word for rule in active if rule.asks is Repository for word in (rule.id, rule.name)}
    broken = [str(file.path) for file in repository.broken]
    for pardon in pardons:
        rule = pardon.acceptance.rule
        is_there = any(map(pardon.holds_for, repository.paths))
        saw_part = any(map(pardon.holds_for, broken)) or (broken and is_there and rule in of_folder)
        covered = None if rule in idle or saw_part else used[id(pardon)]
        yield Settled(pardon.place, pardon.acceptance, covered, rule in words)


def _raised(rules: Iterable[Rule], repository: Repository) -> Iterator[Raised]:
    """All that the rules have to say, record by record: rule by rule, memory would be gone through once a rule."""
    asking: dict[type, list[Rule]] = {}
    for rule in rules:
        asking.setdefault(rule.asks, []).append(rule)
    for asks, together in asking.items():
        checks = [(rule, rule.check) for rule in together]
        for subject in _subjects(asks, repository):
            for rule, ask in checks:
                for found in ask(subject):
                    yield Raised(rule, found)


def found_by(rule: Rule, repository: Repository) -> Iterator[Found | Fault]:
    """All that one rule has to say, place by place: nothing merged, nothing accepted."""
    return chain.from_iterable(map(rule.check, _subjects(rule.asks, repository)))


def _subjects(asks: type, repository: Repository) -> Iterable[Any]:
    """What rules that ask about one type of thing are asked about."""
    if asks is Repository:
        return (repository,)
    if asks is Faults:
        return (Faults(repository.faults),)
    if asks is Plan:
        return repository.standing_plans
    return () if asks is Settlement else repository.of(asks)


def _pardon_for(rule: Rule, found: Found | Fault, pardons: Mapping[str, list[Pardon]]) -> Pardon | None:
    if isinstance(found, Fault):
        return None
    candidates = (*pardons.get(rule.id, ()), *pardons.get(rule.name, ()))
    return next((pardon for pardon in candidates if pardon.covers(found.place)), None)


def _findings(repository: Repository, raised: Iterable[Raised]) -> tuple[Finding, ...]:
    repeated: dict[object, list[Raised]] = {}
    for one in raised:
        repeated.setdefault((one.rule.id, one.found.cause) if one.found.cause else object(), []).append(one)
    seen: Counter[str] = Counter()
    findings = [_finding(repository, same, seen) for same in repeated.values()]
    return tuple(sorted(findings, key=lambda finding: finding.order))


def _finding(repository: Repository, repeated: list[Raised], seen: Counter[str]) -> Finding:
    """One finding at the first place of a cause; its words are those of the first repetition."""
    rule, found, pardon = repeated[0]
    first, *more = sorted(_position(same.found) for same in repeated)
    identity = _identity(rule, found)
    seen[identity] += 1
    return Finding(
        first,
        rule.id,
        rule.name,
        _severity(repository, rule, found),
        found.message,
        _basis(repository.on.law, rule, found),
        hashlib.sha256(f"{identity}#{seen[identity]}".encode()).hexdigest()[:16],
        tuple(more),
        pardon.words if pardon else None,
        isinstance(found, Found) and any(row.force != "practice" for row in found.basis),
    )


def _position(found: Found | Fault) -> Position:
    return found.position if isinstance(found, Fault) else found.place.position


def new_since(findings: Iterable[Finding], before: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings that were not there before, and those whose cause has got more places."""
    known = {finding.fingerprint: len(finding.more) for finding in before}
    return tuple(finding for finding in findings if len(finding.more) > known.get(finding.fingerprint, -1))


def _identity(rule: Rule, found: Found | Fault) -> str:
    """What stays the same when lines move and days pass."""
    if found.cause:
        return f"{rule.id}|{found.cause}"
    if isinstance(found, Found):
        return f"{rule.id}|{found.place.document.path}|{found.place.name}"
    words = [f"{name}={value}" for name, value in found.message.values.items() if not isinstance(value, int)]
    return f"{rule.id}|{found.position.path}|{found.message.text}|{words}"


def _basis(law: Law, rule: Rule, found: Found | Fault) -> tuple[Message, ...]:
    if isinstance(found, Found) and found.basis:
        return tuple(map(law.basis, found.basis))
    return (Message(rule.source),) if rule.source else ()


def _severity(repository: Repository, rule: Rule, found: Found | Fault) -> Severity:
    own = (found.severity if isinstance(found, Found) else None) or rule.severity
    wishes = repository.on.config.rules.severity
    wish = wishes.get(rule.id) or wishes.get(rule.name)
    severity = Severity.of(wish) if wish else own
    return min(severity, Severity.WARNING) if _is_doubtful(found) else severity


def _is_doubtful(found: Found | Fault) -> bool:
    """Whether nothing that a finding rests on was read."""
    return isinstance(found, Found) and (
        found.is_doubtful or (bool(found.basis) and not any(map(is_sure, found.basis)))
    )


def pardons_of(documents: Iterable[Document], accepted_by_path: Iterable[tuple[Place, Acceptance]]) -> Iterator[Pardon]:
    """The acceptances of a folder: those that stand on records, and those by path in eplan.yaml."""
    for place, acceptance in accepted_by_path:
        yield Pardon(place, acceptance, acceptance.path or "", ())
    for document in documents:
        if b"accept" in document.source and document.path.name != "eplan.yaml":
            yield from _on_records(document, document.data, ())


def _on_records(document: Document, data: Any, loc: Loc) -> Iterator[Pardon]:
    match data:
        case dict():
            for index, item in enumerate(data.get("accept") or ()):
                place = Place(document, (*loc, "accept", index))
                yield Pardon(place, Acceptance.model_validate(item), str(document.path), loc)
            for key, value in data.items():
                yield from _on_records(document, value, (*loc, key))
        case tuple():
            for index, value in enumerate(data):
                yield from _on_records(document, value, (*loc, index))


def counts(findings: Iterable[Finding]) -> Mapping[str, int]:
    """How many findings there are of each severity, heaviest first."""
    tally = Counter(finding.severity for finding in findings)
    return {severity.label: tally[severity] for severity in sorted(Severity, reverse=True)}
