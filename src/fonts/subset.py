"""Cuts the bundled Chinese fonts out of Noto Sans CJK: the characters of all texts, and the 3,755 common ones (GB 2312, level 1).

    apt-get download fonts-noto-cjk && dpkg -x fonts-noto-cjk_*.deb noto
    python3 src/fonts/subset.py noto/usr/share/fonts/opentype/noto assets/fonts

Signs that Noto lacks, such as subscripts, are drawn as Inter has them. Needs fontTools. Run it again when a text has a character that FontsTest does not find.
"""

import pathlib
import sys

from fontTools import subset
from fontTools.pens.t2CharStringPen import T2CharStringPen
from fontTools.pens.transformPen import TransformPen
from fontTools.ttLib import TTCollection, TTFont

INTER = {"Regular": "Inter-Regular.otf", "Bold": "Inter-SemiBold.otf"}
ROOT = pathlib.Path(__file__).resolve().parents[2]


def of_texts():
    found = {chr(c) for c in range(0x20, 0x17F)}
    for folder in ("src/main", "docs", "assets", "sample-graphs"):
        for path in (ROOT / folder).rglob("*"):
            if path.suffix in (".java", ".properties", ".md", ".json"):
                found |= set(path.read_text(encoding="utf-8", errors="ignore"))
    return found


def common():
    rows = range(0xB0, 0xD8)
    cells = range(0xA1, 0xFF)
    return set("".join(bytes((r, c)).decode("gb2312", errors="ignore") for r in rows for c in cells))


def borrow(font, lender, characters):
    """Gives a font the glyphs it lacks and another one has."""
    cmap, theirs = font.getBestCmap(), lender.getBestCmap()
    outlines = lender.getGlyphSet()
    scale = font["head"].unitsPerEm / lender["head"].unitsPerEm
    top = font["CFF "].cff.topDictIndex[0]
    order = font.getGlyphOrder()
    alike = order.index(cmap[ord("A")])
    group = top.FDSelect.gidArray[alike]
    private = top.FDArray[group].Private
    lacking = sorted(c for c in map(ord, characters) if c > 0x1F and c not in cmap and c in theirs)
    for number, character in enumerate(lacking):
        name = f"cid{65000 + number:05d}"
        width, side = lender["hmtx"][theirs[character]]
        width = round(width * scale)
        pen = T2CharStringPen(width - private.nominalWidthX, outlines)
        outlines[theirs[character]].draw(TransformPen(pen, (scale, 0, 0, scale, 0, 0)))
        top.CharStrings.charStringsIndex.append(pen.getCharString(private, top.GlobalSubrs))
        top.CharStrings.charStrings[name] = len(order)
        order.append(name)
        top.FDSelect.gidArray.append(group)
        font["hmtx"][name] = (width, round(side * scale))
        if "vmtx" in font:
            font["vmtx"][name] = font["vmtx"][order[alike]]
        for table in font["cmap"].tables:
            if table.isUnicode() and table.format != 14:
                table.cmap[character] = name
    top.charset = order
    font.setGlyphOrder(order)
    return "".join(map(chr, lacking))


def as_high_as_inter(font):
    """Lines and buttons keep their height when the language changes; the characters fit in."""
    up, down = (round(share * font["head"].unitsPerEm) for share in (0.969, 0.242))
    font["hhea"].ascent, font["hhea"].descent, font["hhea"].lineGap = up, -down, 0
    os2 = font["OS/2"]
    os2.sTypoAscender, os2.sTypoDescender, os2.sTypoLineGap = up, -down, 0
    os2.usWinAscent, os2.usWinDescent = up, down


def main(source, out):
    texts = of_texts()
    for weight, characters in (("Regular", texts | common()), ("Bold", texts)):
        fonts = TTCollection(str(pathlib.Path(source) / f"NotoSansCJK-{weight}.ttc"))
        font = next(f for f in fonts if f["name"].getDebugName(1) == "Noto Sans CJK SC")
        options = subset.Options(
            layout_features=["kern", "locl", "ccmp"],
            hinting=False,
            desubroutinize=False,
            name_IDs=[0, 1, 2, 3, 4, 5, 6, 13, 14],
            notdef_outline=True,
        )
        cutter = subset.Subsetter(options)
        cutter.populate(text="".join(characters))
        cutter.subset(font)
        as_high_as_inter(font)
        latin = TTFont(str(ROOT / "assets/fonts" / INTER[weight]))
        borrowed = borrow(font, latin, characters)
        target = pathlib.Path(out) / f"NotoSansSC-{weight}.otf"
        font.save(str(target))
        print(target, target.stat().st_size, "bytes,", len(font.getGlyphOrder()), "glyphs, borrowed", borrowed)


if __name__ == "__main__":
    main(*sys.argv[1:])
