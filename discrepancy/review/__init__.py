"""The desk app: the report's page with decisions, and the same as an HTTP API, served to this machine.

``desk`` is the story under review, ``standing`` how its findings stand, ``watching`` looks for files that change,
``uploads`` keeps versions that are given through the app. ``guard`` is what stands before every request, ``routes``
what answers it, by resource, with the shapes of ``models``; ``page`` draws the page and ``described`` the description
of the API. ``app`` puts them together and ``serving`` runs it.

FastAPI and uvicorn are the extra ``review``: nothing of this room is imported before a desk is asked for.
"""
