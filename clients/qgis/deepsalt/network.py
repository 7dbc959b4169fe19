# (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE.
"""Requests through QGIS's network manager, so that its proxies, certificates and authentication count."""

from __future__ import annotations

from qgis.core import QgsBlockingNetworkRequest, QgsFileDownloader
from qgis.PyQt.QtCore import QEventLoop, QUrl
from qgis.PyQt.QtNetwork import QNetworkRequest

from .servers import Server


class RequestFailed(Exception):
    """A request without a useful answer; the text is for the user."""


def get(server: Server, url: str, seconds: int, feedback=None) -> bytes:
    """The body of an answer.

    A server that says why it refuses does so in the body, with any status: it is returned where there is one.
    """
    request, blocking = _request(server, url, seconds)
    return _body(server, blocking, blocking.get(request, True, feedback))


def post(server: Server, url: str, body: bytes, seconds: int, feedback=None) -> bytes:
    """The same for a POST of XML."""
    request, blocking = _request(server, url, seconds)
    request.setHeader(QNetworkRequest.ContentTypeHeader, "text/xml; charset=utf-8")
    return _body(server, blocking, blocking.post(request, body, True, feedback))


def download(server: Server, url: str, path: str, feedback) -> None:
    """Streams an answer into a file, which is not there after a failure."""
    loop = QEventLoop()
    problems = []
    downloader = QgsFileDownloader(QUrl(url), path, server.auth_for(url), True)
    downloader.downloadError.connect(problems.extend)
    downloader.downloadCanceled.connect(lambda: problems.append("cancelled"))
    downloader.downloadExited.connect(loop.quit)
    feedback.canceled.connect(downloader.cancelDownload)
    downloader.startDownload()
    loop.exec_()
    if problems:
        raise RequestFailed("the result could not be fetched: " + "; ".join(problems))


def _request(server: Server, url: str, seconds: int):
    request = QNetworkRequest(QUrl(url))
    request.setTransferTimeout(seconds * 1000)
    blocking = QgsBlockingNetworkRequest()
    auth = server.auth_for(url)
    if auth:
        blocking.setAuthCfg(auth)
    return request, blocking


def _body(server: Server, blocking: QgsBlockingNetworkRequest, error) -> bytes:
    content = bytes(blocking.reply().content())
    if error == QgsBlockingNetworkRequest.NoError or content.lstrip().startswith(b"<"):
        return content
    raise RequestFailed(
        f"server '{server.name}' ({server.url}) did not answer: {blocking.errorMessage()}; check its address, whether"
        " it runs, and the user's rights"
    )
