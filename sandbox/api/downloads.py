"""getFile: where the bytes of a file can be fetched."""

from sandbox.api.call import Call, method
from sandbox.api.errors import bad_request
from sandbox.world.store import Json

MAX_DOWNLOAD = 20 * 1024 * 1024


@method("getFile")
def get_file(call: Call) -> Json:
    file = call.world.files.find(call.get("file_id"))
    if file is None:
        raise bad_request("invalid file_id")
    if file.size > MAX_DOWNLOAD:
        raise bad_request("file is too big")
    return {
        "file_id": file.file_id, "file_unique_id": file.unique_id, "file_size": file.size, "file_path": file.path,
    }  # fmt: skip
