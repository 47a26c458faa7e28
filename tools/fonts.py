"""Make the fonts that ship with eplan: subsets of free fonts, for the characters that official Chinese texts use.

    python tools/fonts.py     # needs uharfbuzz, fonttools, and Debian's fonts-noto-cjk, fonts-lxgw-wenkai, unicode-data

Characters: 通用规范汉字表 (8,105, Unihan kTGH), GB 2312, Latin, punctuation and the symbols of plans.
The 楷体 subset is renamed, because its licence reserves the original's name for unmodified versions.
"""

import bz2
from io import BytesIO
from pathlib import Path

import uharfbuzz as hb
from fontTools.ttLib import TTFont

TARGET = Path(__file__).parent.parent / "src/eplan/render/fonts"
NOTO, WENKAI = Path("/usr/share/fonts/opentype/noto"), Path("/usr/share/fonts/truetype/lxgw-wenkai")
UNIHAN = Path("/usr/share/unicode/Unihan_OtherMappings.txt.bz2")
FONTS = (
    ("eplan-song.otf", NOTO / "NotoSerifCJK-Regular.ttc", "Eplan Song", "Regular"),
    ("eplan-song-bold.otf", NOTO / "NotoSerifCJK-Bold.ttc", "Eplan Song", "Bold"),
    ("eplan-hei.otf", NOTO / "NotoSansCJK-Regular.ttc", "Eplan Hei", "Regular"),
    ("eplan-hei-bold.otf", NOTO / "NotoSansCJK-Bold.ttc", "Eplan Hei", "Bold"),
    ("eplan-kai.ttf", WENKAI / "LXGWWenKai-Regular.ttf", "Eplan Kai", "Regular"),
)
SYMBOLS = (
    *range(0x20, 0x7F), *range(0xA0, 0x180), *range(0x391, 0x3CA), *range(0x2010, 0x2028), *range(0x2030, 0x2040),
    *range(0x2070, 0x20A0), 0x20AC, *range(0x2100, 0x2150), *range(0x2150, 0x2180), *range(0x2190, 0x21C0),
    *range(0x2200, 0x2270), *range(0x2460, 0x24FF), *range(0x2500, 0x2580), *range(0x2580, 0x25FF), 0x2605, 0x2606,
    0x2611, 0x2612, 0x2713, 0x2714, 0x2717, 0x2718, 0x26A0, *range(0x3000, 0x3040), *range(0x3200, 0x3250),
    *range(0x3280, 0x32B2), *range(0x338E, 0x33D6), *range(0xFF00, 0xFFEF), 0xFE30, 0xFE31,
)  # fmt: skip


def characters() -> set[int]:
    """Every code point that a subset keeps."""
    gb2312 = {
        ord(bytes((high, low)).decode("gb2312"))
        for high in range(0xB0, 0xF8)
        for low in range(0xA1, 0xFF)
        if not (high == 0xD7 and low > 0xF9)
    }
    with bz2.open(UNIHAN, "rt", encoding="utf-8") as lines:
        standard = {int(line.split("\t")[0][2:], 16) for line in lines if "\tkTGH\t" in line}
    return gb2312 | standard | set(SYMBOLS)


def face_of(path: Path) -> int:
    """The index of the Simplified Chinese face of a collection."""
    if path.suffix != ".ttc":
        return 0
    for index in range(20):
        name = TTFont(path, fontNumber=index, lazy=True)["name"].getDebugName(1) or ""
        if name.endswith("CJK SC"):
            return index
    raise SystemExit(f"{path} has no SC face")


def subset(path: Path, keep: set[int]) -> bytes:
    face = hb.Face(hb.Blob.from_file_path(str(path)), face_of(path))
    wish = hb.SubsetInput()
    wish.unicode_set.set(keep)
    wish.flags = hb.SubsetFlags.NO_HINTING
    features = wish.layout_feature_tag_set
    features.clear()
    features.update(
        int.from_bytes(tag.encode(), "big") for tag in ("kern", "palt", "halt", "chws", "liga", "ccmp", "mark", "mkmk")
    )
    return bytes(hb.subset(face, wish).blob.data)


def renamed(data: bytes, family: str, style: str) -> bytes:
    """The font under our own name; its copyright and licence entries stay."""
    font = TTFont(BytesIO(data), recalcTimestamp=False)
    names = font["name"]
    full, post = f"{family} {style}", f"{family}-{style}".replace(" ", "")
    for number, text in ((1, family), (2, style), (3, post), (4, full), (6, post)):
        names.setName(text, number, 3, 1, 0x409)
    names.names = [entry for entry in names.names if entry.nameID in (0, 5, 13, 14) or (
        entry.nameID in (1, 2, 3, 4, 6) and entry.platformID == 3 and entry.langID == 0x409)]  # fmt: skip
    if "CFF " in font:
        top = font["CFF "].cff
        top.fontNames = [post]
        top.topDictIndex[0].FamilyName, top.topDictIndex[0].FullName = family, full
    output = BytesIO()
    font.save(output)
    return output.getvalue()


def main() -> None:
    keep = characters()
    TARGET.mkdir(parents=True, exist_ok=True)
    for name, source, family, style in FONTS:
        data = renamed(subset(source, keep), family, style)
        (TARGET / name).write_bytes(data)
        print(f"{name}: {len(data) / 1e6:.2f} MB, {len(keep)} code points wanted")


if __name__ == "__main__":
    main()
