"""A few hundred made-up requests: no door fails. `make prove` sends ten thousand to a real server."""

import json

from django.test import Client

from config.api import api
from tools.proofs.asking import Asked, ask
from tools.proofs.household_asked import furnish

ELSEWHERE = "/api/voice/models/official"
"""What asks another site, which no test does."""


class TestAnyRequest:
    def test_is_answered_without_an_error_of_the_server(self, db: None) -> None:
        owner, known = furnish()
        client = Client(raise_request_exception=False)

        def send(asked: Asked) -> int:
            if not client.session.get("_auth_user_id"):
                client.force_login(owner)
            kind = asked.content_type or "application/octet-stream"
            return client.generic(asked.method, asked.target, asked.body, kind).status_code

        document = json.loads(json.dumps(api.get_openapi_schema(), default=str))
        del document["paths"][ELSEWHERE]
        told = ask(document, known, send, wanted=230, begin=1)
        assert told.broken == []
        assert told.requests >= 230
        assert told.statuses[200] + told.statuses[201] > 70
