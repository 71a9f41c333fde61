"""
A rich scenario: \"quotes\", \\ and {braces}, for Locust: made by load-gate VERSION from load.yaml. It stands on its own.

    locust -f FILE --headless                               # alone
    locust -f FILE --headless --processes 4                 # on four cores
    locust -f FILE --headless --master --expect-workers 8   # a master, and on other machines workers:
    locust -f FILE --worker --master-host MASTER
    docker run --rm -v "$PWD:/load" locustio/locust -f /load/FILE --worker --master-host MASTER

The plan below says how many users there are and when: -u, -r and -t have no say. load-gate run --engine locust
drives the same file and judges what comes of it.

The environment must hold API_TOKEN, LOCUST_HOST.

The steps of `before` are not in it: load-gate makes them, once, before any load.
"""

PLAN = {
    "name": r'A rich scenario: "quotes", \ and {braces}',
    "hash": "HASH",
    "seed": 7,
    "host": None,
    "phases": [
        {
            "name": "warm-up",
            "warmup": True,
            "model": "closed",
            "fromUsers": 0,
            "users": 10,
            "rampMs": 0,
            "durationMs": 10000,
        },
        {
            "name": "steady",
            "warmup": False,
            "model": "closed",
            "fromUsers": 10,
            "users": 50,
            "rampMs": 1333.3333333333333,
            "spawnRatePerSec": 30,
            "durationMs": 20000,
        },
        {
            "fromRatePerSec": 0,
            "ratePerSec": 50,
            "rampMs": 3000,
            "durationMs": 20000,
            "name": "burst",
            "warmup": False,
            "model": "open",
            "arrivals": "even",
            "maxUsers": 200,
            "plannedArrivals": 925,
        },
        {"name": "rest", "warmup": False, "model": "pause", "durationMs": 5000},
        {
            "name": "volume",
            "warmup": False,
            "model": "iterations",
            "iterations": 100,
            "users": 20,
            "durationMs": 60000,
        },
    ],
    "series": [
        {"name": "POST /auth/login", "kind": "http", "method": "POST"},
        {"name": "GET /projects", "kind": "http", "method": "GET"},
        {"name": "GET /projects/${project}?of=${tenant}", "kind": "http", "method": "GET"},
        {"name": "POST /json", "kind": "http", "method": "POST"},
        {"name": "POST /nothing", "kind": "http", "method": "POST"},
        {"name": "POST /form", "kind": "http", "method": "POST"},
        {"name": "PUT /text", "kind": "http", "method": "PUT"},
        {"name": "PATCH /multipart", "kind": "http", "method": "PATCH"},
        {"name": "POST /bytes", "kind": "http", "method": "POST"},
        {"name": "POST /file", "kind": "http", "method": "POST"},
        {"name": "upload chunk", "kind": "http", "method": "POST"},
        {"name": "GET /a/${each}", "kind": "http", "method": "GET"},
        {"name": "second", "kind": "http", "method": "GET"},
        {"name": "job finished", "kind": "poll", "method": "GET"},
        {"name": "ws /ws/inbox", "kind": "ws", "method": "WS"},
        {"name": "ws wss://live.staging.example.com/chat", "kind": "ws", "method": "WS"},
        {"name": "agent reply", "kind": "receive", "method": "WS"},
        {"name": "receive chat", "kind": "receive", "method": "WS"},
        {"name": "POST /v1/messages", "kind": "http", "method": "POST"},
        {"name": "message to notification", "kind": "receive", "method": "WS"},
    ],
    "profiles": ["class", "chatter"],
    "timeBoxMs": 300000,
    "drainMs": 30000,
    "allowedHosts": ["*.staging.example.com", "localhost"],
    "secrets": ["API_TOKEN"],
    "insecure": True,
    "ca": None,
    "userAgent": "load-gate/VERSION",
}

# Drawn when first read, anew for each iteration.
VARS = {"user_id": ("int", 1, 10000), "id": ("uuid",), "suffix": ("string", 8), "sent_at": ("now", "iso")}

DATA = {
    "message": {"pick": "random", "rows": ['Hello, "world"', "C:\\new\ttab", "{not} a $${placeholder}"]},
    "tenant": {"pick": "random", "rows": ["tenant_001", "tenant_002"]},
    "account": {
        "pick": "sequential",
        "rows": [
            {"name": "ann", "age": 7, "vip": True, "note": None},
            {"name": "bob", "age": 8, "vip": False, "note": "ünïcode ☃"},
        ],
    },
}


class Class:
    """class: 4 flows, weight 60."""

    weight = 60
    think = ("uniform", 1.0, 5.0)
    per_iteration = ("user_id", "id", "suffix", "message", "tenant")
    per_pass = ("user_id", "id", "suffix", "message", "tenant")

    def start(self):
        self.http(
            "POST /auth/login",
            "POST",
            "/auth/login",
            headers={"authorization": f"Bearer {self.secret('API_TOKEN')}", "accept": "application/json"},
            json={"user": self.value("account", "name"), "age": self.value("account", "age")},
            traceparent=True,
            slower_than=2.5,
            capture={"token": ("json", "$.access_token", "random")},
        )

    def run_flow(self):
        self.http(
            "GET /projects",
            "GET",
            "/projects",
            headers={"authorization": f"Bearer {self.secret('API_TOKEN')}", "accept": "application/json"},
            traceparent=True,
            slower_than=2.5,
            capture={
                "project": ("json", "$[*].id", "random"),
                "etag": ("header", "etag", "random"),
                "csrf": ("body", 'name="csrf" value="([^"]+)"', "i", "random"),
            },
        )

    def project_details(self):
        self.http(
            "GET /projects/${project}?of=${tenant}",
            "GET",
            f"/projects/{self.text('project')}?of={self.text('tenant')}",
            headers={
                "authorization": f"Bearer {self.secret('API_TOKEN')}",
                "Accept": "text/html",
                "x-csrf": self.text("csrf"),
            },
            timeout=2.5,
            cookies=False,
            traceparent=True,
            slower_than=2.5,
            status=((200, 299), (429, 429)),
            max_size=1000000,
            expect=[
                ("header", "content-type", "regex", "json", ""),
                ("header", "etag", "literal", self.text("etag"), ""),
                ("contains", f"\"id\":\"{self.text('project')}\"", '"id":"${project}"'),
                ("matches", r"^\{.*\}$", "s"),
                ("json", "$.state", {"matches": ("^(open|closed)$", "")}),
                ("json", "$.items", {"min_length": 1}),
                ("json", "$.count", {"min": 1, "max": 9.5}),
                ("json", "$.gone", {"exists": False}),
                ("json", "$.ok", {"equals": True}),
                ("json", "$.nothing", {"equals": None}),
            ],
        )

    def bodies_of_all_kinds(self):
        self.http(
            "POST /json",
            "POST",
            "/json",
            headers={"authorization": f"Bearer {self.secret('API_TOKEN')}", "accept": "application/json"},
            json={
                "n": [1, 2.5, -0.000001, 9007199254740991, True, None],
                'k"ey': self.value("user_id"),
                "text": f"{self.text('user_id')} of {self.text('suffix')} {{x}}",
                "deep": {"list": [], "map": {}},
            },
            traceparent=True,
            slower_than=2.5,
        )
        self.http(
            "POST /nothing",
            "POST",
            "/nothing",
            headers={
                "authorization": f"Bearer {self.secret('API_TOKEN')}",
                "accept": "application/json",
                "content-type": "application/json",
            },
            text="null",
            traceparent=True,
            slower_than=2.5,
        )
        self.http(
            "POST /form",
            "POST",
            "/form",
            query=[("page", "1"), ("tag", "x"), ("tag", self.text("tenant"))],
            headers={"authorization": f"Bearer {self.secret('API_TOKEN')}", "accept": "application/json"},
            form=[("q", self.text("message")), ("on", "true")],
            traceparent=True,
            slower_than=2.5,
        )
        self.http(
            "PUT /text",
            "PUT",
            "/text",
            headers={"authorization": f"Bearer {self.secret('API_TOKEN')}", "accept": "application/json"},
            text=f"two\nlines of {self.text('message')}",
            traceparent=True,
            slower_than=2.5,
        )
        self.http(
            "PATCH /multipart",
            "PATCH",
            "/multipart",
            headers={"authorization": f"Bearer {self.secret('API_TOKEN')}", "accept": "application/json"},
            multipart=[
                ("file", "a.bin", "application/octet-stream", ("size", 10000)),
                ("note", None, None, ("text", f"hi {self.text('suffix')}")),
                ("doc", "note.txt", "text/plain", ("file", "load/note.txt")),
            ],
            traceparent=True,
            slower_than=2.5,
        )
        self.http(
            "POST /bytes",
            "POST",
            "/bytes",
            headers={"authorization": f"Bearer {self.secret('API_TOKEN')}", "accept": "application/json"},
            size=65536,
            traceparent=True,
            slower_than=2.5,
        )
        self.http(
            "POST /file",
            "POST",
            "/file",
            headers={"authorization": f"Bearer {self.secret('API_TOKEN')}", "accept": "application/json"},
            file="load/note.txt",
            traceparent=True,
            slower_than=2.5,
        )

    def loops(self):
        for _ in self.repeat(3, "chunk"):
            self.http(
                "upload chunk",
                "POST",
                f"/chunks?index={self.text('chunk')}&id={self.text('id')}",
                headers={"authorization": f"Bearer {self.secret('API_TOKEN')}", "accept": "application/json"},
                size=1000,
                traceparent=True,
                slower_than=2.5,
            )
        for _ in self.for_each("tenant", "each"):
            self.parallel(
                lambda: self.http(
                    "GET /a/${each}",
                    "GET",
                    f"/a/{self.text('each')}",
                    headers={
                        "authorization": f"Bearer {self.secret('API_TOKEN')}",
                        "accept": "application/json",
                    },
                    traceparent=True,
                    slower_than=2.5,
                ),
                lambda: self.http(
                    "second",
                    "GET",
                    "/b",
                    headers={
                        "authorization": f"Bearer {self.secret('API_TOKEN')}",
                        "accept": "application/json",
                    },
                    traceparent=True,
                    slower_than=2.5,
                ),
            )
            self.think(("fixed", 0.5))
            self.think(("exponential", 2.0))
        self.poll(
            "job finished",
            "GET",
            f"/jobs/{self.text('id')}",
            headers={"authorization": f"Bearer {self.secret('API_TOKEN')}", "accept": "application/json"},
            traceparent=True,
            slower_than=2.5,
            until=[("json", "$.state", {"equals": "done"})],
            every=0.5,
            within=30.0,
            since="upload chunk",
        )

    # name, weight, what must be there, flow, the series that a dropped iteration is charged to
    flows = [
        ("run", 50, (), run_flow, "GET /projects"),
        (
            "project details",
            30,
            ("project", "csrf", "etag"),
            project_details,
            "GET /projects/${project}?of=${tenant}",
        ),
        ("Bodies of all kinds", 0.5, (), bodies_of_all_kinds, "POST /json"),
        ("loops", 1, (), loops, "upload chunk"),
    ]


class Chatter:
    """chatter: 1 flow, weight 30."""

    weight = 30
    think = ("pace", 2.0)
    per_iteration = ("user_id", "id", "sent_at")
    per_pass = ()

    def start(self):
        self.ws(
            "ws /ws/inbox",
            f"/ws/inbox?token={self.secret('API_TOKEN')}",
            as_="inbox",
            headers={"authorization": f"Bearer {self.secret('API_TOKEN')}", "accept": "application/json"},
            timeout=10.0,
            traceparent=True,
            slower_than=2.5,
        )

    def chatter(self):
        self.ws(
            "ws wss://live.staging.example.com/chat",
            "wss://live.staging.example.com/chat",
            as_="chat",
            headers={"authorization": f"Bearer {self.secret('API_TOKEN')}", "accept": "application/json"},
            subprotocol="chat.v1",
            timeout=5.0,
            traceparent=True,
            slower_than=2.5,
            ready=("json", {"type": "welcome"}),
            capture={"session": ("json", "$.session", "random")},
            heartbeat=20.0,
        )
        self.send(
            "chat",
            json={"type": "subscribe", "user": self.value("user_id"), "session": self.value("session")},
        )
        self.receive(
            "agent reply",
            on="chat",
            match=("json", {"type": "reply", "id": self.value("id")}),
            within=2.0,
            capture={"answer": ("json", "$.text", "random")},
            shown='{"type":"reply","id":"${id}"}',
        )
        self.send("chat", text=f"thanks for {self.text('answer')}")
        self.send("chat", size=1000)
        self.receive("receive chat", on="chat", match=("regex", "^bye", "i"), within=10.0, shown="/^bye/i")
        self.http(
            "POST /v1/messages",
            "POST",
            "/v1/messages",
            headers={"authorization": f"Bearer {self.secret('API_TOKEN')}", "accept": "application/json"},
            json={"id": self.value("id"), "at": self.value("sent_at")},
            traceparent=True,
            slower_than=2.5,
        )
        self.receive(
            "message to notification",
            on="inbox",
            match=("json", {"type": "notification", "message_id": self.value("id")}),
            within=1.0,
            since="POST /v1/messages",
            shown='{"type":"notification","message_id":"${id}"}',
        )
        self.hold(30.0)
        self.close("chat")

    # name, weight, what must be there, flow, the series that a dropped iteration is charged to
    flows = [("chatter", 1, ("ws:inbox",), chatter, "ws wss://live.staging.example.com/chat")]


# ----------------------------------------------------------------------------------------------------
# The scenario ends here. What follows is the same in every file: how load-gate makes load and measures with Locust.
# ----------------------------------------------------------------------------------------------------

def gate_user(plain):
    return plain


Class = gate_user(Class)
Chatter = gate_user(Chatter)
