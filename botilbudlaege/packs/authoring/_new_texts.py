"""The texts of a new pack's project, in Danish for the person who goes on with it."""

PYPROJECT = """\
[build-system]
requires = ["hatchling>=1.27"]
build-backend = "hatchling.build"

[project]
name = "{distribution}"
description = "Skabelonpakken {id} til botilbudlaege."
readme = "README.md"
requires-python = ">=3.11"
dynamic = ["version"]
dependencies = ["botilbudlaege"]

[project.optional-dependencies]
dev = ["botilbudlaege[pack]", "pytest>=8.3"]

# Til venstre pakkens id, til højre den mappe, som pakkens mappe ligger i.
[project.entry-points."botilbudlaege.templates"]
{id} = "{package}"

# Versionen står ét sted: i pakke.toml.
[tool.hatch.version]
path = "{package}/{id}/pakke.toml"
pattern = '^version = "(?P<version>[^"]+)"'

[tool.hatch.build.targets.wheel]
packages = ["{package}"]

[tool.pytest.ini_options]
testpaths = ["{package}"]
"""

README = """\
# Skabelonpakken {id}

Pakken bruges af biblioteket `botilbudlaege`, som laver kontrakterne om fast tilknyttet læge på botilbud.
Alt det, som pakken ikke selv har, tager den fra den pakke, som den bygger på.

## Det kan du rette

Filerne ligger i `{package}/{id}/`:

- `pakke.toml`: pakkens navn, adresse og kontakt i brevhovedet, og hvad den selv har.
- `*.docx`: opstillingen. Åbn filen i Word, og ret skrift, brevhoved og tabeller. Lad mærkningerne `{{{{ … }}}}` og `{{% … %}}` stå.
- `klausuler/<navn>.md`: ordlyden, én fil pr. klausul. Hver har en begrundelse i `pakke.toml`.
- `proever/<navn>.toml` og `.txt`: opdigtede oplysninger, og den tekst, som dokumentet skal få af dem.

## Det kan du køre

```
# Én gang:
pip install -e ".[dev]"
# Er der fejl i skabeloner og klausuler?
botilbudlaege check .
# Giver prøverne den tekst, der er forventet?
pytest
# Skriv de forventede tekster igen, og læs forskellen, før du gemmer den:
pytest --update
# Lav et dokument med pakken:
botilbudlaege render plan.toml --pack {id}
```

Vejledningen om skabelonpakker er `docs/vejledning.md` i `botilbudlaege`.
"""

HEAD = """\
# Pakkens id: navnet på dens mappe.
{id}
# Navnet i brevhovedet.
{navn}
# Pakkens version: skriv et højere tal, hver gang pakken gives videre.
{version}
# Pakken nedenunder: det, som denne pakke ikke selv har, kommer derfra.
{bygger_paa}
# De regioner, hvis botilbud pakken vælges til af sig selv; uden dem vælges den kun, når man beder om den.
{regioner}
# Adresse (på én linje) og kontakt i brevhovedet.
# adresse = "Vejnavn 1, 1234 By"
# kontakt = "Afdelingens navn"

# De versioner, som pakken kan bruges med.
[kraever]
{kraever}
"""
