"""The names by which a living document's data and prompts are known in its package."""

import uuid

DATA_NS = "urn:dk:botilbudlaege:data:1"
SNAPSHOT_NS = "urn:dk:botilbudlaege:snapshot:1"
DATA_ID, SNAPSHOT_ID = (
    f"{{{uuid.uuid5(uuid.NAMESPACE_URL, name)}}}".upper() for name in (DATA_NS, SNAPSHOT_NS)
)
OWN = (DATA_NS, SNAPSHOT_NS)
"""The namespaces of the data that a living document carries; those of other programs are not read."""
PROMPT = "BOTILBUD"
"""How the names of our prompts begin in the glossary."""
MAX_NAME = 64
"""The most characters that Word keeps of a tag or a title."""
DATA_PROPERTY = "botilbudlaege.data."
"""How the names of the properties begin that hold the facts too."""
