"""The scripts that write the pages which can be read from the code; `python -m docs` runs them.

Each has `FILE`, the page, and `page()`, which gives its text. `pictures` makes the pictures of the guide, which need
programs of others: `python -m docs --pictures`.
"""
