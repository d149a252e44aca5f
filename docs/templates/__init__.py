"""The scripts that make the Word templates of the common pack; `python -m docs` runs them.

The .docx files are what the library uses and what a region copies and edits in Word. They are made here, so that a
change of layout can be reviewed as text. The wording is not here but in `klausuler/*.md`. Begin with `planer`, the
plainest template; `base` has the pieces that a template is made of, and `parts` what is alike under all.
"""
