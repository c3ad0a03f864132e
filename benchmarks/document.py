"""The sections of docs/benchmarks.md, one for each script that measures."""
import os

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
PATH = os.path.join(ROOT, "docs", "benchmarks.md")


def replace_section(section):
    """Writes a section, "## Title" and what follows, in the place of the one with its title, or as the last."""
    title = section.strip().splitlines()[0] + "\n"
    with open(PATH, encoding="utf-8") as file:
        head, *others = file.read().split("\n## ")
    sections = ["## " + other.strip("\n") + "\n" for other in others]
    places = [i for i, other in enumerate(sections) if other.startswith(title)] or [len(sections)]
    sections[places[0]:places[0] + 1] = [section.strip("\n") + "\n"]
    with open(PATH + ".part", "w", encoding="utf-8") as file:
        file.write("\n".join([head.rstrip("\n") + "\n", *sections]))
    os.replace(PATH + ".part", PATH)
