"""The drawings of a Word file: the shapes and pictures in them, how each is turned and cropped, and the words drawn in them.

It knows XML, places and angles, and neither colours nor looks of letters: whether a reader sees what is drawn is told by
`sight`. Begin with `_shapes`, which lists what a drawing draws; `_words` reads what is no text of Word's, and `_beside`
what is said of a drawing, a table or a link beside the page.
"""
