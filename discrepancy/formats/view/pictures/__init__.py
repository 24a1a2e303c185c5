"""The small pictures of a finding as numbers and strings: a strip of figures on one scale, a timeline of one figure.

``chosen`` says which a finding gets. ``measured`` reads its values, ``scales`` gives them places, ``strips`` and
``timelines`` make of these what ``drawn`` defines and templates draw.
"""
