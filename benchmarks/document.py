"""docs/benchmarks.md: benchmarks/run writes what it begins with, and each other script that measures a section of its own."""
import os

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
PATH = os.path.join(ROOT, "docs", "benchmarks.md")


def replace_head(head):
    """Writes what stands above the sections."""
    _write(head, _sections())


def replace_section(section):
    """Writes a section, "## Title" and what follows, in the place of the one with its title, or as the last."""
    title = section.strip().splitlines()[0] + "\n"
    sections = _sections()
    places = [i for i, other in enumerate(sections) if other.startswith(title)] or [len(sections)]
    sections[places[0]:places[0] + 1] = [section]
    _write(_parts()[0], sections)


def _parts():
    if not os.path.exists(PATH):
        return ["# Benchmarks\n"]
    with open(PATH, encoding="utf-8") as file:
        return file.read().split("\n## ")


def _sections():
    return ["## " + part for part in _parts()[1:]]


def _write(head, sections):
    with open(PATH + ".part", "w", encoding="utf-8") as file:
        file.write("\n".join(part.strip("\n") + "\n" for part in [head, *sections]))
    os.replace(PATH + ".part", PATH)
