"""Tests of the mutation check with planted cases: python3 tools/check_thresholds_test.py

A check that finds nothing to check, or loses sight of a default, must fail.
"""
import tempfile
import unittest
from pathlib import Path

import check_thresholds as check
from swift_defaults import Default, Place, Sources, Unreadable

PROFILE = """
/// The profile; `var ghost = 9` in a comment is no default.
package struct ThresholdProfile: Codable {
  package var id = "one { two"
  package var limits = Limits.standard
  package var tables = Tables.standard
  /// The hash.
  package var sha256: String { "none" }
}
"""
LIMITS = """
package struct Limits: Codable {
  /// How.
  package enum Way: String, Codable {
    case first = "1st"
    case second, third
  }
  package enum Only: String, Codable { case one }
  package var share = 0.5
  package var reads = 20_000
  package var none = 0
  package var certainty = 0.95
  package var way = Way.first
  package var only = Only.one
  package var window = 1.7...2.0
  package var names = ["A", "B"]
  package var byName = ["a": 1, "b": 2.5]
  package var nested = Nested()
  package static let standard = Limits()
  package func isLow(_ value: Double) -> Bool {
    let limit = 3
    return value < Double(limit)
  }
  package struct Nested: Codable { package var flag = true }
  private enum CodingKeys: String, CodingKey {
    case share = "share_max"
    case reads, none, certainty, way, only, window, names
    case byName = "by_name"
    case nested
  }
}
"""
TABLES = """
package struct Tables: Codable {
  package var heavy: Habits
  package var light: Habits
  package var rate = 1e-3
  package init(heavy: Habits, light: Habits) { (self.heavy, self.light) = (heavy, light) }
}
package struct Habits: Codable {
  package var trim: [Double]
  package var extra: [Double]
  package init(trim: [Double], extra: [Double] = []) { (self.trim, self.extra) = (trim, extra) }
}
extension Tables {
  package static let standard = Tables(
    heavy: Habits(
      trim: [
        0.5, 0.3,
        0.2,
      ],
      extra: [0.1, 0.9]
    ),
    light: Habits(trim: [1, 2])
  )
}
"""
OTHERS = {
    "id": ('"one { two-other"', '"one { two-other"'),
    "limits.share_max": ("0.55", "0.45454545454545453"),
    "limits.reads": ("22000", "18000"),
    "limits.none": ("1", "1"),
    "limits.certainty": ("0.955", "0.945"),
    "limits.way": ("Way.second", "Way.third"),
    "limits.only": None,
    "limits.window": ("1.87...2.0", "1.7...1.8181818181818181"),
    "limits.names": ('["B"]', '["A"]'),
    "limits.by_name.a": ("2", "0"),
    "limits.by_name.b": ("2.75", "2.2727272727272725"),
    "limits.nested.flag": ("false", "false"),
    "tables.heavy.trim": ("[0.55, 0.3, 0.2]", "[0.5, 0.3, 0.18181818181818182]"),
    "tables.heavy.extra": ("[0.11000000000000001, 0.9]", "[0.1, 0.89]"),
    "tables.light.trim": ("[2, 2]", "[1, 1]"),
    "tables.light.extra": ("[1]", "[1]"),
    "tables.rate": ("0.0011", "0.0009090909090909091"),
}


class Planted(unittest.TestCase):
    """A package with the sources above, changed as a test needs."""

    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)
        self.root = Path(self.folder.name)
        self.write("Sources/Rules/Deep/Down/Limits.swift", LIMITS)
        self.write("Sources/Models/Tables.swift", TABLES)
        self.write("Sources/Whole/Profile.swift", PROFILE)
        for room in ("Rules", "Models", "Whole"):
            self.write(f"Tests/{room}Tests/{room}Tests.swift", f"struct {room}Tests {{}}\n")

    def write(self, path, text):
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")

    def defaults(self):
        return Sources(self.root / "Sources").defaults("ThresholdProfile")

    def refused(self, words, error=Unreadable):
        with self.assertRaises(error) as raised:
            check.Plan(self.root)
        self.assertIn(words, str(raised.exception))


class Defaults(Planted):
    def test_every_kind_is_found_by_its_encoded_name(self):
        self.assertEqual({one.key: one.others for one in self.defaults()}, OTHERS)

    def test_a_file_may_lie_anywhere(self):
        keys = [one.key for one in self.defaults()]
        (self.root / "Sources/Rules/Deep/Down/Limits.swift").rename(
            self.root / "Sources/Models/Other.swift")
        self.assertEqual([one.key for one in self.defaults()], keys)

    def test_a_missing_file_is_named(self):
        (self.root / "Sources/Rules/Deep/Down/Limits.swift").unlink()
        self.refused("limits: no other value is known for Limits.standard")
        (self.root / "Sources/Whole/Profile.swift").unlink()
        self.refused("no source declares ThresholdProfile")

    def test_no_source_at_all(self):
        for path in (self.root / "Sources").rglob("*.swift"):
            path.unlink()
        self.refused("there is no Swift file")

    def test_a_key_without_a_default_is_named(self):
        self.write("Sources/Models/Tables.swift", TABLES.replace("extra: [Double] = []", "extra: [Double]"))
        self.refused("tables.light.extra has no default")

    def test_a_default_that_cannot_be_changed_is_named(self):
        self.write("Sources/Rules/Deep/Down/Limits.swift", LIMITS.replace("= 0.5", "= half()"))
        self.refused("limits.share_max: no other value is known for half()")

    def test_a_default_that_is_not_encoded_is_named(self):
        self.write("Sources/Rules/Deep/Down/Limits.swift", LIMITS.replace("case nested\n", ""))
        self.refused("Limits.nested is not encoded")

    def test_two_types_of_one_name(self):
        self.write("Sources/Models/Limits.swift", "struct Limits { var other = 1 }\n")
        self.refused("several types are named Limits: Models/Limits.swift, Rules/Deep/Down")

    def test_a_profile_without_defaults(self):
        self.write("Sources/Whole/Profile.swift", "struct ThresholdProfile {}\n")
        self.refused("ThresholdProfile has no default")


class Rooms(Planted):
    def test_rooms_follow_from_the_types(self):
        plan = check.Plan(self.root)
        self.assertEqual(plan.rooms, ["Models", "Rules"])
        self.assertEqual(plan.mutated_rooms, ["Models", "Rules", "Whole"])
        self.assertEqual(plan.profile_room, "Whole")
        limits = next(one for one in plan.defaults if one.key == "limits.reads")
        self.assertEqual(plan.filters(limits, self.root), [r"^RulesTests\.", r"^ModelsTests\."])

    def test_a_room_without_tests_is_named(self):
        (self.root / "Tests/RulesTests/RulesTests.swift").unlink()
        (self.root / "Tests/RulesTests").rmdir()
        self.refused("Rules holds defaults and has no RulesTests", check.Failed)

    def test_marked_suites_are_asked_and_repeating_tests_are_not(self):
        self.write("Tests/WholeTests/Plan.swift", "// make mutation: asked\nstruct PlanTests {}\n")
        self.write(
            "Tests/RulesTests/Same.swift",
            "struct SameTests {\n  // make mutation: repeats\n  @Test(\"a\")\n  func same() {}\n}\n")
        plan = check.Plan(self.root)
        self.assertEqual(plan.asked, ["WholeTests.PlanTests"])
        self.assertEqual(plan.skipped(), [r"^RulesTests\.SameTests/same\("])
        self.assertEqual(plan.filters(plan.defaults[0], self.root)[-1], r"^(WholeTests\.PlanTests)/")
        self.assertIn("WholeTests", plan.targets())

    def test_suites_are_known_by_the_names_that_a_run_prints(self):
        self.write("Tests/RulesTests/A.swift", '@Suite("All (rules)")\nfinal class Rules {}\n')
        self.write("Tests/RulesTests/B.swift", '@Suite("Some", .serialized)\nstruct SomeTests {}\n')
        self.assertEqual(check.Plan(self.root).suites, {
            '"All (rules)"': r"^RulesTests\.Rules/", '"Some"': r"^RulesTests\.SomeTests/"})

    def test_the_page_that_is_there_says_who_saw_a_default(self):
        self.write("Tests/RulesTests/A.swift", 'struct A {\n  @Test("low is low") func low() {}\n}\n')
        self.write("page.md", "| `limits.reads` | 1 | larger | low is low |\n| `id` | x | none | – |\n")
        found = check.remembered(self.root / "page.md", self.root / "Tests", ["RulesTests"])
        self.assertEqual(found, {"limits.reads": r"^RulesTests\.A/"})
        self.assertEqual(check.remembered(None, self.root / "Tests", ["RulesTests"]), {})

    def test_a_mark_that_says_nothing_is_refused(self):
        self.write("Tests/WholeTests/Plan.swift", "// make mutation: asked\n")
        self.refused("nothing follows 'make mutation: asked'", check.Failed)
        self.write("Tests/WholeTests/Plan.swift", "// make mutation: maybe\nstruct PlanTests {}\n")
        self.refused("expected 'asked' or 'repeats'", check.Failed)

    def test_defaults_become_choices(self):
        plan = check.Plan(self.root)
        check.rewrite(plan)
        text = (self.root / "Sources/Rules/Deep/Down/Limits.swift").read_text(encoding="utf-8")
        self.assertIn(
            'package var reads = ThresholdMutant.pick("limits.reads", 20_000, 22000, 18000)\n', text)
        self.assertIn("package var only = Only.one\n", text)
        text = (self.root / "Sources/Models/Tables.swift").read_text(encoding="utf-8")
        self.assertIn('[Double] = ThresholdMutant.pick("tables.light.extra", [], [1], [1]))', text)


def default(key, others=("2", "0")):
    return Default(key, Place(Path("a.swift"), 0, 1), "1", others)


class Verdicts(unittest.TestCase):
    def refused(self, words, call, *arguments):
        with self.assertRaises(check.Failed) as raised:
            call(*arguments)
        self.assertIn(words, str(raised.exception))

    def test_names_must_be_those_of_the_profile(self):
        check.hold_names([default("a")], {"a": "1"})
        self.refused("no default was found for b", check.hold_names, [default("a")], {"a": "1", "b": "1"})
        self.refused(
            "the profile does not print b", check.hold_names, [default("a"), default("b")], {"a": "1"})
        self.refused("the profile prints no threshold", check.hold_names, [default("a")], {})

    def test_a_mutant_must_reach_its_name_and_no_other(self):
        places, kept = {1: [default("a")]}, {"a": "1", "b": "1"}
        check.hold_changes(places, kept, lambda mutant: {"a": mutant, "b": "1"})
        self.refused(
            "the mutant a+ changes nothing instead of a", check.hold_changes, places, kept,
            lambda mutant: kept)
        self.refused(
            "the mutant a+ changes a, b instead of a", check.hold_changes, places, kept,
            lambda mutant: {"a": "2"})

    def test_there_must_be_tests_that_pass(self):
        check.hold_tests(["x"], lambda filter_: (3, [], []))
        self.refused("there are no tests to ask", check.hold_tests, [], lambda filter_: (3, [], []))
        self.refused("no test is named x", check.hold_tests, ["x"], lambda filter_: (0, [], []))
        self.refused("these fail: t", check.hold_tests, ["x"], lambda filter_: (3, ["t"], []))

    def test_the_first_test_that_fails_is_named(self):
        def run(filter_, mutant):
            return (1, ["t"], ["s"]) if (filter_, mutant) == ("far", "a-") else (1, [], [])
        self.assertEqual(check.seen_by(default("a"), ["near", "far"], run), ("-", "t", ["s"]))
        self.assertIsNone(check.seen_by(default("a"), ["near"], run))

    def test_suites_that_saw_a_default_are_asked_first(self):
        memory = check.Memory({f"s{number}": f"f{number}" for number in range(9)})
        memory.keep("A", ["unknown"])
        self.assertEqual(memory.of("A"), [])
        for name in ("s0", "s1", "s0", "s2", "s3", "s4"):
            memory.keep("A", [name])
        self.assertEqual(memory.of("A"), ["f4", "f3", "f2", "f0"])
        self.assertEqual(memory.of("B"), [])

    def test_a_mutant_that_nobody_sees_is_named(self):
        check.hold_results([(default("a"), ("+", "t")), (default("b", None), None)])
        self.refused(
            "no test sees b", check.hold_results, [(default("a"), ("+", "t")), (default("b"), None)])
        self.refused("no default was changed", check.hold_results, [(default("b", None), None)])
        self.refused("no default was changed", check.hold_results, [])

    def test_the_table_counts_what_is_seen(self):
        text = check.table([
            (default("a"), ("+", '"low | high"')), (default("b", None), None), (default("c"), None)])
        self.assertIn("| `a` | 1 | larger | low / high |", text)
        self.assertIn("| `b` | 1 | one case | – |", text)
        self.assertIn("| `c` | 1 | none | – |", text)
        self.assertIn("has 3 defaults; 1 have no other value. 1 of the other 2 are seen.", text)


if __name__ == "__main__":
    unittest.main()
