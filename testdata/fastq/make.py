#!/usr/bin/env python3
"""Writes the corpus of valid and invalid read files beside this script.

Usage: python3 make.py

Standard library only. Every run writes the same bytes. `index.json` states for each file what a
reader must do: the records it must find, or the whole text of the error with FILE for the path.
"""
import bz2
import io
import json
import gzip
import pathlib
import struct
import zlib

HERE = pathlib.Path(__file__).resolve().parent
VALID: list[dict] = []
INVALID: list[dict] = []

COPY = "Copy the file again and compare checksums with the original."
MARKER = "Check that the file is FASTQ with four lines a record, or FASTA, and is complete."
CONVERT = "Convert it to FASTQ, plain or compressed with gzip or bzip2."


def gz(data: bytes, level: int = 6) -> bytes:
    buffer = io.BytesIO()
    with gzip.GzipFile(filename="", mode="wb", fileobj=buffer, mtime=0, compresslevel=level) as out:
        out.write(data)
    return buffer.getvalue()


def bgzf(data: bytes, block: int) -> bytes:
    """BGZF as the SAM specification 4.1 has it: members with their size in an extra field."""
    out = b""
    for start in list(range(0, len(data), block)) + [len(data)]:
        part = data[start : start + block]
        packer = zlib.compressobj(6, zlib.DEFLATED, -15)
        body = packer.compress(part) + packer.flush()
        size = len(body) + 25
        out += b"\x1f\x8b\x08\x04\0\0\0\0\0\xff\x06\0BC\x02\0" + struct.pack("<H", size) + body
        out += struct.pack("<II", zlib.crc32(part), len(part))
    return out


def fastq(records, eol=b"\n") -> bytes:
    return b"".join(
        b"@" + n + eol + b + eol + b"+" + eol + q + eol for n, b, q in records
    )


def lcg(seed: int):
    while True:
        seed = (seed * 6364136223846793005 + 1442695040888963407) % 2**64
        yield seed >> 33


def reads(count: int, seed: int = 1, lowest: int = 33, highest: int = 74):
    draw = lcg(seed)
    for index in range(count):
        length = next(draw) % 60 + 20
        bases = bytes(b"ACGT"[next(draw) % 4] for _ in range(length))
        quality = bytes(lowest + next(draw) % (highest - lowest + 1) for _ in range(length))
        yield (b"SIM:1:%d 1:N:0:ACGT" % index, bases, quality)


def valid(name: str, data: bytes, records: list, qualities: bool = True) -> None:
    """Adds a file with the records it holds: name, bases, qualities."""
    (HERE / "valid" / name).write_bytes(data)
    VALID.append(
        {
            "file": name,
            "hasQualities": qualities,
            "records": [[part.decode() for part in record] for record in records],
        }
    )


def invalid(name: str, data: bytes, code: str, message: str, place: str, remedy: str) -> None:
    """Adds a file with the whole text of its error; place follows the path."""
    (HERE / "invalid" / name).write_bytes(data)
    INVALID.append(
        {
            "file": name,
            "error": f"error[{code}]: {message}\n  --> FILE{place}\n  help: {remedy}",
        }
    )


def make_valid() -> None:
    three = [(b"a 1:N:0", b"ACGT", b"IIII"), (b"b", b"", b""), (b"c\tx", b"NNAC", b"!~#F")]
    text = fastq(three)
    valid("plain.fastq", text, three)
    valid("crlf.fastq", fastq(three, b"\r\n"), three)
    valid("no-final-newline.fastq", text[:-1], three)
    valid("crlf-no-final-newline.fastq", fastq(three, b"\r\n")[:-2], three)
    valid("empty-read-last-no-newline.fastq", fastq(three[:2])[:-1], three[:2])
    valid("blank-lines-at-end.fastq", text + b"\n\r\n\n", three)
    valid("repeated-name-on-plus.fastq", b"@a\nAC\n+a\nII\n", [(b"a", b"AC", b"II")])
    lower = [(b"low", b"acgtnACGTN" * 3, b"I" * 30), (b"iupac", b"RYSWKMBDHVNUryswkmbdhvnu", b"I" * 24)]
    valid("lower-case-and-iupac.fastq", fastq(lower), lower)
    at = [(b"at", b"ACGT", b"@@@@"), (b"plus", b"ACGT", b"++++")]
    valid("quality-starts-with-markers.fastq", fastq(at), at)
    every = bytes(range(33, 127))
    wide = [(b"all", b"A" * 94, every)]
    valid("every-quality.fastq", fastq(wide), wide)
    pacbio = [(b"m1/1/ccs", b"ACGT" * 20, b"~" * 80), (b"m1/2/ccs", b"ACGT" * 20, b"J" * 40 + b"~" * 40)]
    valid("pacbio-q93.fastq", fastq(pacbio), pacbio)
    high = [(b"h%d" % i, b"ACGTA" * 6, b"KJIHN" * 6) for i in range(5)]
    valid("high-phred33.fastq", fastq(high), high)
    q26 = [(b"x", b"ACGT", b":Jhh")]
    valid("lowest-is-q25.fastq", fastq(q26), q26)
    many = list(reads(40))
    body = fastq(many)
    valid("gzip.fastq.gz", gz(body), many)
    valid("gzip-named-txt.txt", gz(body), many)
    valid("plain-named-gz.fastq.gz", text, three)
    cut = len(body) // 3
    members = gz(body[:cut]) + gz(b"") + gz(body[cut : cut + 1]) + gz(body[cut + 1 :])
    valid("multi-member.fastq.gz", members, many)
    valid("zero-padding.fastq.gz", gz(body) + b"\0" * 700, many)
    valid("bgzf.fastq.gz", bgzf(body, 300), many)
    named = b"\x1f\x8b\x08\x1e\0\0\0\0\0\xff" + struct.pack("<H", 5) + b"extra" + b"name.fq\0" + b"comment\0"
    named += struct.pack("<H", zlib.crc32(named) & 0xFFFF)
    packer = zlib.compressobj(6, zlib.DEFLATED, -15)
    named += packer.compress(body) + packer.flush() + struct.pack("<II", zlib.crc32(body), len(body))
    valid("gzip-all-header-fields.fastq.gz", named, many)
    valid("gzip-stored.fastq.gz", gz(body, 0), many)
    valid("bzip2.fastq.bz2", bz2.compress(body), many)
    valid("multi-stream.fastq.bz2", bz2.compress(body[:cut]) + bz2.compress(body[cut:]), many)
    valid("empty.fastq", b"", [], False)
    valid("empty.fastq.gz", gz(b""), [], False)
    valid("empty.fastq.bz2", bz2.compress(b""), [], False)
    fa = [(b"one x", b"ACGTACGTAC", b""), (b"two", b"", b""), (b"three", b"nnac", b"")]
    valid("plain.fasta", b">one x\nACGTACGTAC\n>two\n>three\nnnac\n", fa, False)
    valid("wrapped.fasta", b">one x\nACG\nTAC\n\nGTAC\n>two\n\n>three\nnn\nac", fa, False)
    valid("wrapped-crlf.fasta", b">one x\r\nACG\r\nTACGTAC\r\n>two\r\n>three\r\nnn\r\nac\r\n", fa, False)
    valid("wrapped.fasta.gz", gz(b">one x\nACG\nTACGTAC\n>two\n>three\nnn\nac\n"), fa, False)


def make_invalid_records() -> None:
    def bad(name, data, code, message, place, remedy=COPY):
        invalid(name, data, code, message, place, remedy)

    good = b"@ok\nACGT\n+\nIIII\n"
    bad("short-quality.fastq", good + b"@a\nACGT\n+\nII\n" + good, "READ-LENGTHS",
        "found 4 bases but 2 quality characters, expected as many of both", ":8 (record 2)")
    bad("long-quality.fastq", good + b"@a\nACGT\n+\nIIIIII\n" + good, "READ-LENGTHS",
        "found 4 bases but 6 quality characters, expected as many of both", ":8 (record 2)")
    bad("quality-one-line-short.fastq", b"@a\nACGTACGT\n+\nII\n@b\nAC\n+\nII\n", "READ-LENGTHS",
        "found 8 bases but 2 quality characters, expected as many of both", ":4 (record 1)")
    bad("quality-cut-at-end.fastq", good + b"@a\nACGT\n+\nII", "READ-LENGTHS",
        "found 4 bases but 2 quality characters, expected as many of both", ":8 (record 2)")
    bad("no-at.fastq", good + b"b\nACGT\n+\nIIII\n", "READ-MARKER",
        "found 'b' at the start of a record, expected '@'", ":5 (record 2)", MARKER)
    bad("blank-line-between.fastq", good + b"\n" + good, "READ-MARKER",
        "found the end of the line at the start of a record, expected '@'", ":5 (record 2)", MARKER)
    bad("no-plus.fastq", good + b"@b\nACGT\nIIII\n@c\n", "READ-MARKER",
        "found 'I' at the start of a record's third line, expected '+'", ":7 (record 2)", MARKER)
    bad("wrapped.fastq", b"@a\nACGT\nACGT\n+\nIIII\nIIII\n", "READ-WRAPPED",
        "found more bases in a record's third line, expected '+': the sequence is wrapped",
        ":3 (record 1)", "Write four lines a record, for example with 'seqtk seq -l0'.")
    for lines, text in [(1, b"@b\n"), (2, b"@b\nACGT\n"), (3, b"@b\nACGT\n+\n")]:
        bad(f"ends-after-line-{lines}.fastq", good + text, "READ-INCOMPLETE",
            f"found the file's end after {lines} whole lines of a record, expected 4",
            f":{4 + lines} (record 2)")
    base = "Check that the file holds nucleotide reads without gaps and is intact."
    for name, byte, shown in [("dot", b".", "'.'"), ("star", b"*", "'*'"), ("zero", b"\0", "byte 0x00"),
                              ("accent", b"\xe9", "byte 0xE9"), ("blank", b" ", "' '"),
                              ("letter", b"J", "'J'")]:
        bad(f"base-{name}.fastq", good + b"@b\nACG" + byte + b"T\n+\nIIIII\n", "READ-BASE",
            f"found {shown} at base 4, expected an IUPAC letter of a nucleotide", ":6 (record 2)", base)
    long = b"ACGT" * 10
    bad("base-far-in.fastq", b"@a\n" + long + b"-" + long + b"\n+\n" + b"I" * 81 + b"\n", "READ-BASE",
        "found '-' at base 41, expected an IUPAC letter of a nucleotide", ":2 (record 1)", base)
    bad("no-sequence-line.fastq", b"@a\n+\nIIII\n@b\nACGT\n+\nIIII\n", "READ-BASE",
        "found '+' at base 1, expected an IUPAC letter of a nucleotide", ":2 (record 1)", base)
    quality = "Check that the file is FASTQ with Phred+33 qualities and is intact."
    bad("quality-blank.fastq", good + b"@b\nACGT\n+\nII I\n", "READ-QUALITY",
        "found ' ' at quality character 3, expected '!' to '~'", ":8 (record 2)", quality)
    bad("quality-delete.fastq", b"@b\n" + long + b"\n+\n" + b"I" * 39 + b"\x7f\n", "READ-QUALITY",
        "found byte 0x7F at quality character 40, expected '!' to '~'", ":4 (record 1)", quality)
    name = "Name every read; mates are recognised by their names."
    bad("no-name.fastq", good + b"@\nACGT\n+\nIIII\n", "READ-NAME",
        "found no name after '@', expected one", ":5 (record 2)", name)
    bad("only-comment.fastq", b"@ 1:N:0\nACGT\n+\nIIII\n", "READ-NAME",
        "found no name after '@', expected one", ":1 (record 1)", name)
    bad("no-name.fasta", b">a\nAC\nGT\n>\nACGT\n", "READ-NAME",
        "found no name after '>', expected one", ":4 (record 2)", name)
    bad("protein.fasta", b">a\nACGT\n>p\nAC\nMKLV\n", "READ-BASE",
        "found 'L' at base 3, expected an IUPAC letter of a nucleotide", ":5 (record 2)", base)
    bad("gaps.fasta", b">a\nACGT\nAC..GT\n", "READ-BASE",
        "found '.' at base 3, expected an IUPAC letter of a nucleotide", ":3 (record 1)", base)
    phred = "Convert the file to Phred+33, for example with 'seqtk seq -VQ64'."
    bad("phred64.fastq.gz", gz(fastq(reads(30, 5, 66, 104))), "READ-PHRED64",
        "found quality characters from 'B' to 'h', which is Phred+64; expected Phred+33", "", phred)
    bad("solexa64.fastq.gz", gz(fastq(reads(30, 6, 59, 104))), "READ-PHRED64",
        "found quality characters from ';' to 'h', which is Phred+64; expected Phred+33", "", phred)


def make_invalid_files() -> None:
    def bad(name, data, code, message, place="", remedy=COPY):
        invalid(name, data, code, message, place, remedy)

    many = list(reads(40))
    body = fastq(many)
    whole = gz(body)
    inside = "found the file's end inside a gzip member, expected the rest of it"
    bad("truncated-trailer.fastq.gz", whole[:-3], "READ-TRUNCATED", inside, " (record 41)")
    bad("truncated-before-trailer.fastq.gz", whole[:-8], "READ-TRUNCATED", inside, " (record 41)")
    bad("truncated-header.fastq.gz", whole[:9], "READ-TRUNCATED", inside, " (record 1)")
    cut = gz(body, 0)
    bad("truncated-in-data.fastq.gz", cut[: 15 + len(fastq(many[:7]))], "READ-TRUNCATED", inside,
        " (record 8)")
    bad("truncated-second-member.fastq.gz", gz(fastq(many[:3])) + whole[:4], "READ-TRUNCATED", inside,
        " (record 4)")
    bad("truncated-between-bgzf-bytes.fastq.gz", bgzf(body, 300)[:-30], "READ-TRUNCATED", inside,
        " (record 41)")
    checksum = "the contents of a gzip member do not match the checksum stored with them"
    crc = bytearray(whole)
    crc[-8] ^= 1
    bad("bad-crc.fastq.gz", bytes(crc), "READ-CHECKSUM", checksum, " (record 41)")
    size = bytearray(whole)
    size[-1] ^= 1
    bad("bad-length.fastq.gz", bytes(size), "READ-CHECKSUM", checksum, " (record 41)")
    first = bytearray(gz(fastq(many[:5])))
    first[-8] ^= 1
    bad("bad-crc-first-member.fastq.gz", bytes(first) + whole, "READ-CHECKSUM", checksum, " (record 6)")
    flipped = bytearray(gz(body, 0))
    flipped[15 + len(fastq(many[:7])) + 30] = 0x01
    bad("bad-byte-in-record.fastq.gz", bytes(flipped), "READ-CHECKSUM", checksum, " (record 8)")
    damaged = "found bytes that no gzip compressor writes, expected intact data"
    bad("reserved-block-type.fastq.gz", whole[:10] + b"\xff" + whole[11:], "READ-DAMAGED", damaged,
        " (record 1)")
    bad("unknown-method.fastq.gz", whole[:2] + b"\x07" + whole[3:], "READ-DAMAGED", damaged, " (record 1)")
    trailing = "after the last gzip member, expected another member, zeros or the end"
    remedy = "Copy the file again; if the original is the same, remove what follows the last member."
    bad("garbage.fastq.gz", whole + b"garbage", "READ-TRAILING", f"found 'g' {trailing}", " (record 41)", remedy)
    bad("garbage-like-a-member.fastq.gz", whole + b"\x1f\x9d" + b"x" * 40, "READ-TRAILING",
        f"found byte 0x1F {trailing}", " (record 41)", remedy)
    bad("garbage-after-padding.fastq.gz", whole + b"\0" * 40 + b"x", "READ-TRAILING",
        f"found 'x' {trailing}", " (record 41)", remedy)
    packed = bz2.compress(body)
    bad("truncated.fastq.bz2", packed[:-3], "READ-TRUNCATED",
        "found the file's end inside a bzip2 stream, expected the rest of it", " (record 41)")
    wrong = bytearray(packed)
    wrong[len(wrong) // 2] ^= 0x10
    bad("damaged.fastq.bz2", bytes(wrong), "READ-DAMAGED",
        "found bytes that no bzip2 compressor writes, expected intact data", " (record 1)")
    bad("garbage.fastq.bz2", packed + b"garbage", "READ-TRAILING",
        "found 'g' after the last bzip2 stream, expected another stream, zeros or the end",
        " (record 41)", remedy)
    for name, data, shown in [
        ("bam.bam", bgzf(b"BAM\x01" + b"\0" * 60, 100), "BAM"),
        ("sam.sam", b"@HD\tVN:1.6\n@SQ\tSN:x\tLN:9\n", "SAM"),
        ("cram.cram", b"CRAM\x03\0" + b"\0" * 30, "CRAM"),
        ("xz.fastq.xz", b"\xfd7zXZ\0" + b"\0" * 30, "an xz archive"),
        ("zstd.fastq.zst", b"\x28\xb5\x2f\xfd" + b"\0" * 30, "a Zstandard archive"),
        ("zip.zip", b"PK\x03\x04" + b"\0" * 30, "a zip archive"),
        ("twice.fastq.gz", gz(whole), "gzip inside a compressed file"),
        ("page.fastq", b"<!DOCTYPE html><html></html>", "a web page"),
        ("utf16.fastq", "@a\nAC\n+\nII\n".encode("utf-16"), "UTF-16 text"),
        ("mark.fastq", b"\xef\xbb\xbf" + body[:50], "text with a byte-order mark"),
        ("table.csv", b"sample,fastq_1\n", "data that start with 's'"),
        ("one-byte.gz", b"\x1f", "data that start with byte 0x1F"),
        ("zeros.fastq", b"\0" * 20, "data that start with byte 0x00"),
    ]:
        bad(name, data, "READ-FORMAT", f"found {shown}, expected FASTQ ('@') or FASTA ('>')", "", CONVERT)


if __name__ == "__main__":
    for folder in ("valid", "invalid"):
        (HERE / folder).mkdir(exist_ok=True)
        for old in (HERE / folder).iterdir():
            old.unlink()
    make_valid()
    make_invalid_records()
    make_invalid_files()
    index = {"valid": VALID, "invalid": INVALID}
    (HERE / "index.json").write_text(json.dumps(index, indent=1) + "\n")
