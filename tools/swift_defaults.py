"""Reads the defaults of a tree of Swift structs out of their sources.

The tree begins at a struct such as the threshold profile. Each stored property is a branch (another
struct, written `Type()`, `Type.constant` or `Type(label: value, …)`) or a leaf with a literal. The
key of a leaf is its path by the names that it is encoded with. Files are found by their types, not
by their places.
"""
import re
from dataclasses import dataclass, field
from pathlib import Path

ACCESS = r"(?:(?:package|public|internal|private|fileprivate)(?:\(set\))?\s+)*"
DECLARATION = re.compile(r"\b(struct|enum|class|actor|protocol|extension)\s+([A-Z][\w.]*)[^{};]*\{")
PROPERTY = re.compile(
    rf"^[ \t]*{ACCESS}(?:var|let)[ \t]+(\w+)[ \t]*(?::[ \t]*([^=\n{{]+?))?[ \t]*(=|$)", re.M)
CONSTANT = re.compile(rf"^[ \t]*{ACCESS}static[ \t]+let[ \t]+(\w+)[^=\n{{]*=", re.M)
CASES = re.compile(r"^[ \t]*(?:indirect[ \t]+)?case[ \t]+(.+)$", re.M)
NUMBER = r"-?\d[\d_]*(?:\.\d[\d_]*)?(?:e-?\d+)?"


class Unreadable(Exception):
    """The sources do not say what a default is."""


@dataclass(frozen=True)
class Place:
    """A stretch of a file."""

    path: Path
    start: int
    end: int


@dataclass
class Declared:
    """A type with its extensions."""

    kinds: list = field(default_factory=list)
    bodies: list = field(default_factory=list)


@dataclass(frozen=True)
class Default:
    """A leaf: its key, where its literal stands, and the literal larger and smaller, or other.

    `others` is None where the type has no other value: an enumeration of one case.
    """

    key: str
    place: Place
    literal: str
    others: tuple | None


def masked(text):
    """The text with comments and the insides of strings blanked; places stay the same."""
    out, at, end = list(text), 0, len(text)

    def blank(start, stop):
        for place in range(start, stop):
            if out[place] != "\n":
                out[place] = " "

    def string(start):
        """The place after the string literal that begins at `start`."""
        quote = '"""' if text.startswith('"""', start) else '"'
        place = start + len(quote)
        while place < end and not text.startswith(quote, place):
            if text.startswith("\\(", place):
                depth, place = 1, place + 2
                while place < end and depth:
                    if text[place] == '"':
                        place = string(place)
                        continue
                    depth += {"(": 1, ")": -1}.get(text[place], 0)
                    place += 1
            else:
                place += 2 if text[place] == "\\" else 1
        place = min(end, place)
        blank(start + len(quote), place)
        return place + len(quote)

    while at < end:
        if text.startswith("//", at):
            stop = text.find("\n", at)
            stop = end if stop < 0 else stop
            blank(at, stop)
            at = stop
        elif text.startswith("/*", at):
            stop = text.find("*/", at)
            stop = end if stop < 0 else stop + 2
            blank(at, stop)
            at = stop
        elif text[at] == '"':
            at = string(at)
        else:
            at += 1
    return "".join(out)


def closing(text, start):
    """The place after the bracket that closes the one at `start`."""
    depth = 0
    for place in range(start, len(text)):
        depth += {"(": 1, "[": 1, "{": 1, ")": -1, "]": -1, "}": -1}.get(text[place], 0)
        if depth == 0:
            return place + 1
    return len(text)


def shallow(text, start, end):
    """The text between two places with the insides of braces blanked."""
    out, depth = [], 0
    for character in text[start:end]:
        if character == "}":
            depth -= 1
        out.append(character if depth == 0 or character == "\n" else " ")
        if character == "{":
            depth += 1
    return "".join(out)


def parts(text, start, end):
    """The stretches between commas outside of brackets, without the blanks around them."""
    found, depth, first = [], 0, start
    for place in range(start, end + 1):
        character = text[place] if place < end else ","
        if character == "," and depth == 0:
            stretch = text[first:place]
            if stretch.strip():
                left = first + len(stretch) - len(stretch.lstrip())
                found.append((left, first + len(stretch.rstrip())))
            first = place + 1
        depth += {"(": 1, "[": 1, "{": 1, ")": -1, "]": -1, "}": -1}.get(character, 0)
    return found


def scaled(number, factor):
    """A number literal times a factor; whole numbers change by one at least."""
    plain = number.replace("_", "")
    if re.fullmatch(r"-?\d+", plain):
        value = int(plain)
        step = max(1, round(abs(value * (factor - 1))))
        return str(value + step if factor > 1 or value == 0 else value - step)
    value = float(plain)
    if 0.9 <= value < 1:  # a probability: what is left of it changes
        return repr(1 - (1 - value) * (2 - factor))
    if value == 0:
        return repr(factor - 1)
    return repr(value * factor if factor > 1 else value / (2 - factor))


class Sources:
    """The Swift files of a folder with the types that they declare."""

    def __init__(self, folder):
        self.folder = folder
        self.types, self.texts, self.plain = {}, {}, {}
        for path in sorted(folder.rglob("*.swift")):
            self.texts[path] = path.read_text(encoding="utf-8")
            self.plain[path] = masked(self.texts[path])
            self._declare(path)
        if not self.texts:
            raise Unreadable(f"there is no Swift file in {folder}")

    def _declare(self, path):
        text, open_types = self.plain[path], []
        for match in DECLARATION.finditer(text):
            kind, name = match.groups()
            start, end = match.end(), closing(text, match.end() - 1) - 1
            open_types = [item for item in open_types if item[1] > start]
            name = ".".join([outer for outer, _ in open_types] + [name])
            open_types.append((name.split(".")[-1] if len(open_types) else name, end))
            declared = self.types.setdefault(name, Declared())
            if kind != "extension":
                declared.kinds.append((kind, path))
            declared.bodies.append(Place(path, start, end))

    def named(self, name, scope=""):
        """The full name of the type that `name` means in a scope; None if there is none."""
        outer = scope.split(".") if scope else []
        while True:
            full = ".".join(outer + [name])
            kinds = self.types[full].kinds if full in self.types else []
            if len(kinds) > 1:
                files = ", ".join(str(path.relative_to(self.folder)) for _, path in kinds)
                raise Unreadable(f"several types are named {full}: {files}")
            if kinds:
                return full
            if not outer:
                return None
            outer.pop()

    def kind(self, full):
        return self.types[full].kinds[0][0]

    def home(self, full):
        """The file that declares a type."""
        return self.types[full].kinds[0][1]

    def _expression(self, path, start):
        """The expression that begins after a place: to the end of its line, or of its brackets."""
        text = self.plain[path]
        while text[start] in " \t\n":
            start += 1
        place = start
        while place < len(text) and text[place] not in "\n;}":
            place = closing(text, place) if text[place] in "([{" else place + 1
        while text[place - 1] in " \t":
            place -= 1
        return Place(path, start, place)

    def properties(self, full):
        """The stored properties of a struct with the places of their defaults, or None for those."""
        found = {}
        for body in self.types[full].bodies:
            text = shallow(self.plain[body.path], body.start, body.end)
            for match in PROPERTY.finditer(text):
                has_default = match.group(3) == "="
                found[match.group(1)] = (
                    self._expression(body.path, body.start + match.end()) if has_default else None)
        return found

    def arguments(self, full):
        """The defaults of the parameters of a type's initializers, by label."""
        found = {}
        for body in self.types[full].bodies:
            text = self.plain[body.path]
            for match in re.finditer(r"\binit\(", shallow(text, body.start, body.end)):
                opening = body.start + match.end() - 1
                for start, end in parts(text, opening + 1, closing(text, opening) - 1):
                    label = re.match(r"(\w+)[^:]*:[^=]*=\s*", text[start:end])
                    if label:
                        found[label.group(1)] = Place(body.path, start + label.end(), end)
        return found

    def constant(self, full, name):
        """The value of a static constant of a type."""
        for body in self.types[full].bodies:
            text = shallow(self.plain[body.path], body.start, body.end)
            for match in CONSTANT.finditer(text):
                if match.group(1) == name:
                    return self._expression(body.path, body.start + match.end())
        return None

    def cases(self, full):
        """The cases of an enumeration without associated values."""
        found = []
        for body in self.types[full].bodies:
            text = shallow(self.plain[body.path], body.start, body.end)
            for match in CASES.finditer(text):
                for start, end in parts(match.group(1), 0, len(match.group(1))):
                    item = re.fullmatch(r"(\w+)(?:\s*=\s*\S.*)?", match.group(1)[start:end])
                    if item:
                        found.append(item.group(1))
        return found

    def coding_keys(self, full):
        """The names that properties are encoded with; None where the compiler takes their own."""
        keys = f"{full}.CodingKeys"
        if keys not in self.types:
            return None
        found = {}
        for body in self.types[keys].bodies:
            text = shallow(self.plain[body.path], body.start, body.end)
            for match in CASES.finditer(text):
                for start, end in parts(text, match.start(1), match.end(1)):
                    item = self.texts[body.path][body.start + start:body.start + end]
                    name, _, key = item.partition("=")
                    found[name.strip()] = key.strip().strip('"') or name.strip()
        return found

    def text(self, place):
        return self.texts[place.path][place.start:place.end]

    def defaults(self, root):
        """Every leaf below a struct. Raises `Unreadable` with the key of what has no default."""
        full = self.named(root)
        if full is None:
            raise Unreadable(f"no source declares {root}")
        found = list(self._branch(full, "", {}))
        if not found:
            raise Unreadable(f"{root} has no default")
        return found

    def _branch(self, full, prefix, given):
        keys, arguments = self.coding_keys(full), self.arguments(full)
        for name, place in self.properties(full).items():
            key = prefix + (name if keys is None else keys.get(name, ""))
            if keys is not None and name not in keys:
                raise Unreadable(f"{full}.{name} is not encoded, so no record shows it")
            place = given.get(name) or place or arguments.get(name)
            if place is None:
                raise Unreadable(f"{key} has no default")
            yield from self._value(place, key, full)

    def _value(self, place, key, scope):
        text = self.plain[place.path][place.start:place.end]
        call = re.match(r"([A-Z][\w.]*)(?:\.init)?\(", text)
        constant = re.fullmatch(r"([A-Z][\w.]*)\.([a-z]\w*)", text)
        if call and closing(text, call.end() - 1) == len(text):
            full = self._struct(call.group(1), scope, key)
            given = {}
            for start, end in parts(text, call.end(), len(text) - 1):
                label = re.match(r"(\w+)\s*:\s*", text[start:end])
                if not label:
                    raise Unreadable(f"{key} has a value without a label: {self.text(place)}")
                given[label.group(1)] = Place(
                    place.path, place.start + start + label.end(), place.start + end)
            yield from self._branch(full, key + ".", given)
        elif constant and self._is_struct(constant.group(1), scope):
            full = self._struct(constant.group(1), scope, key)
            value = self.constant(full, constant.group(2))
            if value is None:
                raise Unreadable(f"{key}: no source says what {self.text(place)} is")
            yield from self._value(value, key, full)
        elif re.match(r'\[\s*(?:"|\.?\w+\s*:)', text) and self._entries(place):
            for entry, value in self._entries(place):
                yield from self._value(value, f"{key}.{entry}", scope)
        else:
            literal = self.text(place)
            yield Default(key, place, literal, self._others(literal, key, scope))

    def _entries(self, place):
        """The values of a dictionary literal by their keys; empty for another literal."""
        plain, found = self.plain[place.path], []
        for start, end in parts(plain, place.start + 1, place.end - 1):
            match = re.match(r'"[^"]*"\s*:\s*', plain[start:end])
            if not match:
                return []
            name = self.texts[place.path][start:start + match.end()].rpartition(":")[0]
            found.append((name.strip().strip('"'), Place(place.path, start + match.end(), end)))
        return found

    def _is_struct(self, name, scope):
        full = self.named(name, scope)
        return full is not None and self.kind(full) == "struct"

    def _struct(self, name, scope, key):
        full = self.named(name, scope)
        if full is None:
            raise Unreadable(f"{key}: no source declares {name}")
        return full

    def _others(self, literal, key, scope):
        """The literal made larger and smaller, or otherwise other; None if there is no other."""
        if re.fullmatch(NUMBER, literal):
            return scaled(literal, 1.1), scaled(literal, 0.9)
        if literal in ("true", "false"):
            other = "false" if literal == "true" else "true"
            return other, other
        if re.fullmatch(r'"[^"\\]*"', literal):
            return f'{literal[:-1]}-other"', f'{literal[:-1]}-other"'
        match = re.fullmatch(rf"({NUMBER})(\.\.[.<])({NUMBER})", literal)
        if match:
            low, dots, high = match.groups()
            return f"{scaled(low, 1.1)}{dots}{high}", f"{low}{dots}{scaled(high, 0.9)}"
        if literal.startswith("[") and literal.endswith("]"):
            items = [literal[start:end] for start, end in parts(literal, 1, len(literal) - 1)]
            if not items:
                return "[1]", "[1]"
            if all(re.fullmatch(NUMBER, item) for item in items):
                first = [scaled(items[0], 1.1)] + items[1:]
                last = items[:-1] + [scaled(items[-1], 0.9)]
                return f"[{', '.join(first)}]", f"[{', '.join(last)}]"
            if all(re.fullmatch(r'"[^"\\]*"', item) for item in items):
                return f"[{', '.join(items[1:])}]", f"[{', '.join(items[:-1])}]"
        match = re.fullmatch(r"([A-Z][\w.]*)\.(\w+)", literal)
        full = self.named(match.group(1), scope) if match else None
        if full and self.kind(full) == "enum":
            others = [name for name in self.cases(full) if name != match.group(2)]
            if len(others) == len(self.cases(full)):
                raise Unreadable(f"{key}: {full} has no case {match.group(2)}")
            kind = match.group(1)
            return (f"{kind}.{others[0]}", f"{kind}.{others[-1]}") if others else None
        raise Unreadable(f"{key}: no other value is known for {literal}")
