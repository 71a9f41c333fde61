# --- No flow of this file has a WebSocket: what the other parts name of them. ---


class FrameInvalid(Exception):
    """What came is no WebSocket."""


class SocketSteps:
    """No step of a WebSocket."""

    def _leave_sockets(self):
        self._sockets = {}
