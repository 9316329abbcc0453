"""Package files made on the spot: good ones, and with members of any kind."""

import io
import json
import zipfile

METADATA = {"package_version": "1.0", "from_code": "ja", "to_code": "en", "from_name": "Japanese", "to_name": "English"}


def members(top="translate-ja_en-1_0", **metadata):
    """The members of a small package whose weights are none: name → content."""
    about = {key: value for key, value in {**METADATA, **metadata}.items() if value is not ...}
    return {
        f"{top}/metadata.json": json.dumps(about).encode(),
        f"{top}/model/model.bin": b"weights" * 1000,
        f"{top}/model/shared_vocabulary.json": b'["a"]',
        f"{top}/sentencepiece.model": b"pieces",
    }


def packed(content, method=zipfile.ZIP_DEFLATED):
    """The bytes of a zip with these members; a name can be a ZipInfo."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, data in content.items():
            archive.writestr(name, data)
    return out.getvalue()
