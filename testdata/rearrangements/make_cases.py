"""Writes the curated cases of this folder: synthetic reads built from the embedded germline set.

    python3 make_cases.py        run here; the files it writes are committed

Every read is germline pieces, edited at named places, around made-up N bases, so that what it is
follows from how it was made. Needs only the two committed tables it reads.
"""
import csv, pathlib

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
# Cases the annotator gets wrong as yet, with a word for the cause; `withKnownIssue` in the test.
BUGS = {'v-insertion-3': 'shorter-v'}
TRANSITION = str.maketrans('ACGT', 'GTAC')

with open(ROOT / 'Sources/GermlineData/germline.tsv') as table:
    ROWS = list(csv.DictReader((line for line in table if line[0] != '#'), delimiter='\t'))
GERMLINE = {row['name']: row for row in ROWS}
with open(HERE.parent / 'germline/expected-annotations.tsv') as table:
    ANCHOR = {row['allele']: int(row['anchor0']) for row in csv.DictReader(table, delimiter='\t')
              if row['anchor0'].isdigit()}
ANCHOR['IGHV4-55*01'] = 285  # set apart: by the Cys of its YYC


def bases(name):
    return GERMLINE[name]['sequence'].replace('.', '')


class Piece:
    """An element as a list of germline positions with their bases, so that edits keep the anchor."""

    def __init__(self, name, flank=''):
        self.name, self.anchor = name, ANCHOR.get(name)
        letters = bases(name) + flank
        self.cells = list(enumerate(letters))

    def subs(self, *positions):
        """Transitions at germline positions."""
        self.cells = [(p, b.translate(TRANSITION) if p in positions else b) for p, b in self.cells]
        return self

    def delete(self, start, count):
        self.cells = [c for c in self.cells if c[0] is None or not start <= c[0] < start + count]
        return self

    def insert(self, before, letters):
        at = next(i for i, c in enumerate(self.cells) if c[0] == before)
        self.cells[at:at] = [(None, b) for b in letters]
        return self

    def cut(self, five=0, three=0):
        """Trims so many bases of either end."""
        self.cells = self.cells[five:len(self.cells) - three]
        return self

    def offset(self, position):
        return next(i for i, c in enumerate(self.cells) if c[0] == position)

    def __str__(self):
        return ''.join(b for _, b in self.cells)


def every(start, stop, *steps):
    """Positions from start to stop whose distances repeat `steps`: scattered hypermutation."""
    found, at, turn = [], start, 0
    while at < stop:
        found.append(at)
        at, turn = at + steps[turn % len(steps)], turn + 1
    return found


def flipped(read):
    return read[::-1].translate(str.maketrans('ACGT', 'TGCA'))


def read_of(v, n1, d, n2, j, prefix='', suffix=''):
    """The read and its junction, from Cys104 of `v` to Trp/Phe118 of `j`."""
    left, middle = prefix + str(v), n1 + str(d) + n2
    start = len(prefix) + v.offset(v.anchor)
    end = len(left) + len(middle) + j.offset(j.anchor) + 3
    read = left + middle + str(j) + suffix
    return read, read[start:end]


class Cases:
    def __init__(self):
        self.lines = []

    def add(self, name, read, note, **fields):
        words = [f'{key}={value}' for key, value in fields.items() if value is not None]
        self.lines += [f'>{name} {" ".join(words)} note={note}', read]

    def made(self, name, note, v, n1, d, n2, j, prefix='', suffix='', flip=False, genes=()):
        read, junction = read_of(v, n1, d, n2, j, prefix, suffix)
        gene = lambda piece: piece.name.split('*')[0]
        locus = v.name[:3]
        fields = {'type': f'{locus}_VDJ' if locus == 'IGH' else f'{locus}_VJ', 'v': gene(v),
                  'd': gene(d) if isinstance(d, Piece) else None, 'j': gene(j),
                  'junction': junction, 'bug': BUGS.get(name)} | dict(genes)
        self.add(name, flipped(read) if flip else read, note, **fields)

    def write(self, name):
        (HERE / name).write_text('\n'.join(self.lines) + '\n')


V, D, J = Piece, Piece, Piece
INTRON = lambda j, count: GERMLINE[j]['downstream'][:count]
FOREIGN = ('ATTGCCATTCGATAAGCTTGTCAACTTAGGTTCTAACAGTGCATTTAGCCGATACTTGAACGTTATCCGTAATCATTGCAAGT'
           'CCTTATGACGATTTCAGCAATCGTTAACTGGCATACCTTGATTCA')

plain = Cases()
plain.made('plain', 'unmutated', V('IGHV3-23*01').cut(0, 2), 'GGTC', D('IGHD3-10*01').cut(4, 3), 'CTCG', J('IGHJ4*02').cut(4))
plain.made('plain-reversed', 'the same from the other strand', V('IGHV3-23*01').cut(0, 2), 'GGTC', D('IGHD3-10*01').cut(4, 3), 'CTCG', J('IGHJ4*02').cut(4), flip=True)
plain.made('into-intron', 'runs 40 nt into the J intron', V('IGHV1-69*01').cut(60, 3), 'TCC', D('IGHD2-15*01').cut(5, 6), 'AG', J('IGHJ6*02').cut(6), suffix=INTRON('IGHJ6*02', 40))
plain.made('no-d', 'ten N bases that fit no D beyond chance', V('IGHV5-51*01').cut(0, 2), 'CCTCGAGGCC', '', '', J('IGHJ3*02').cut(2), genes={'d': '-'})
plain.made('kappa', 'V to J kappa', V('IGKV3-20*01').cut(0, 2), 'C', '', '', J('IGKJ2*01').cut(2), genes={'v': 'IGKV3-20,IGKV3D-20'})
plain.made('lambda', 'V to J lambda', V('IGLV2-14*01').cut(0, 2), 'GG', '', '', J('IGLJ1*01').cut(1))
plain.made('j3-not-j6', 'three differences in framework 4: IGHJ6 has the longer equal run, IGHJ3 the better alignment', V('IGHV3-7*01').cut(0, 2), 'GGTCCA', D('IGHD6-19*01').cut(3, 3), 'T', J('IGHJ3*02').subs(24, 37).cut(2))
plain.made('j5-not-j4', 'IGHJ4 shares the longer run from the WGQG motif on', V('IGHV3-7*01').cut(0, 2), 'GGTCCA', D('IGHD6-19*01').cut(3, 3), 'T', J('IGHJ5*02').subs(5).cut(1))
d_first, d_second = D('IGHD2-2*01').cut(7, 5), D('IGHD3-10*01').cut(4, 6)
plain.made('d-d', 'two D, as they follow each other in the genome', V('IGHV4-34*01').cut(0, 2), 'GGT', str(d_first) + 'CCTC' + str(d_second), 'GA', J('IGHJ6*02').cut(8), genes={'d': 'IGHD2-2', 'd2': 'IGHD3-10'})
plain.made('one-d-not-two', 'a D with a base more in its middle is one D', V('IGHV4-34*01').cut(0, 2), 'GGT', D('IGHD3-22*01').insert(15, 'C').cut(2, 2), 'GA', J('IGHJ6*02').cut(8), genes={'d': 'IGHD3-22', 'd2': '-'})
plain.made('d-inverted', 'a D the other way round', V('IGHV1-18*01').cut(0, 2), 'CCAT', flipped(str(D('IGHD2-15*01').cut(5, 6))), 'TTCG', J('IGHJ4*02').cut(5), genes={'d': 'IGHD2-15', 'd2': '-', 'inverted': 'd'})
for name, d in ('dj', 'IGHD2-2*01'), ('dj-d3-9', 'IGHD3-9*01'):
    plain.add(name, GERMLINE[d]['upstream'][-110:] + str(D(d).cut(0, 3)) + 'GAGCC' + str(J('IGHJ5*02').cut(3)), 'incomplete: the genome before the D', type='IGH_DJ', v='-', d=d[:-3], j='IGHJ5', bug=BUGS.get(name))
plain.add('vkde', str(V('IGKV1-5*01').cut(0, 4)) + 'TCGA' + bases('IGKDEL')[2:130], 'V to the kappa deleting element', type='IGK_VKDE', v='IGKV1-5', j='-')
plain.add('intron-kde', bases('IGKINTR')[-150:-3] + 'GG' + bases('IGKDEL')[4:130], 'intron to the kappa deleting element', type='IGK_INTRKDE', v='-', j='-')
plain.made('two-j', 'framework 4 and intron of IGHJ6 behind a whole IGHJ4: the J next to V counts', V('IGHV3-21*01').cut(0, 1), 'CAGAGG', D('IGHD3-22*01').cut(6, 4), 'TCT', J('IGHJ4*02').subs(6, 20, 36).cut(4), suffix=bases('IGHJ6*03')[18:] + INTRON('IGHJ6*03', 60))
plain.made('d-with-difference', 'nineteen bases of a D with a difference in the middle, not the shorter run of another without one', V('IGHV3-7*01').cut(0, 2), 'CC', D('IGHD2-15*01').subs(15).cut(6, 6), 'GT', J('IGHJ4*02').cut(4))
plain.made('pseudogene', 'a V that is a pseudogene: never productive', V('IGHV4-55*01').cut(0, 2), 'GGTCTC', '', '', J('IGHJ4*02').cut(4), genes={'v': 'IGHV4-55', 'functionality': 'P', 'productive': 'F'})
plain.made('pseudogene-of-the-set', 'a pseudogene that the AIRR Community set has', V('IGHV3-47*01').cut(0, 2), 'GGTCTC', '', '', J('IGHJ4*02').cut(4), genes={'functionality': 'P', 'productive': 'F'})
plain.write('plain.fa')

mutated = Cases()
mutated.made('burst-cdr1', 'a burst of ten mutations in CDR1 and no gap: the V in front of it counts on',
             V('IGHV1-2*05').subs(17, 23, 30, 78, 87, 91, 93, 94, 96, 97, 98, 99, 101, 102, 103, 161, 167, 174, 182, 188, 229, 251, 254, 259).cut(0, 2), 'CGGCGGAAGC', D('IGHD2-21*01').cut(4, 12), 'TTCC', J('IGHJ3*02').cut(3))
mutated.made('burst-cdr1-cdr2', 'mutations crowd in both CDR: no shift of the diagonal explains them',
             V('IGHV3-9*01').subs(12, 31, 55, 76, 79, 80, 84, 86, 89, 92, 94, 95, 97, 99, 110, 131, 150, 152, 155, 156, 159, 161, 163, 166, 168, 171, 175, 190, 214, 230, 249).cut(0, 1), 'CCTTCCA', D('IGHD2-2*01').cut(7, 12), 'CGCCG', J('IGHJ5*02').cut(8))
mutated.made('burst-fr3', 'mutations crowd in framework 3, 40 nt before Cys104',
             V('IGHV4-39*01').subs(20, 47, 52, 76, 85, 88, 120, 135, 160, 184, 209, 224, 232, 233, 236, 239, 240, 243, 244, 247, 256, 271).cut(25, 1), 'TGGCTGAT', '', 'GTGG', J('IGHJ6*03').cut(2))
mutated.made('quarter-mutated', 'every fourth base of V is mutated',
             V('IGHV3-33*01').subs(*every(3, 284, 2, 5, 6, 3, 7)).cut(50, 2), 'GTCC', D('IGHD3-3*01').cut(6, 6), 'CCG', J('IGHJ4*02').cut(5), genes={'v': 'IGHV3-33,IGHV3-30,IGHV3-30-3,IGHV3-33-2'})
mutated.made('v-tail', 'IGHV2-70 by the bases behind Cys104, with one mutation before it',
             V('IGHV2-70*01').subs(289).cut(225, 0), 'GGACC', D('IGHD4-17*01').cut(2, 3), 'C', J('IGHJ4*02').cut(4))
mutated.made('foreign-prefix', '126 nt of something else in front of 125 nt of V',
             V('IGHV3-21*01').subs(186, 192, 206, 230, 248, 275).cut(170, 1), 'CAGAGG', D('IGHD3-22*01').cut(6, 4), 'TCT', J('IGHJ4*02').cut(4), prefix=FOREIGN)
mutated.made('tag-prefix', 'eleven bases of a tag are no V', V('IGHV3-33*01').subs(100, 150, 220).cut(42, 1), 'TCC', D('IGHD6-13*01').cut(3, 3), 'AA', J('IGHJ4*02').cut(3), prefix='CGTGTCTCGTA')
mutated.made('j-burst-at-trp', 'nothing left of a J from its trimmed end to seven bases behind Trp118', V('IGHV5-51*01').cut(0, 2), 'CATCC', D('IGHD3-10*01').cut(2, 3), 'AATC', J('IGHJ3*02').subs(*range(6, 26)).cut(8))
mutated.made('v-noisy', 'every third base of the 87 before Cys104 differs, as at the start of a bad read', V('IGHV5-51*01').cut(198, 2).subs(*every(200, 284, 4, 3, 2, 3)), 'GGTCC', '', '', J('IGHJ4*02').cut(4), suffix='GCCTCCACCAAGGGCCCATCGG', genes={'v': 'IGHV5-51,IGHV5-10-1'})
mutated.write('mutated.fa')

primed = Cases()
cysteine = ANCHOR['IGHV4-59*01']
primed.made('fr3-half-mutated', 'ten of the 19 bases between the primer and Cys104 differ, what stands behind it tells', V('IGHV4-59*01').subs(*range(cysteine - 17, cysteine - 2, 2), cysteine - 2, cysteine - 12).cut(cysteine - 44, 2), 'TCCGG', D('IGHD2-15*01').cut(6, 6), 'GGAC', J('IGHJ6*02').cut(4), suffix=INTRON('IGHJ6*02', 5), genes={'v': None, 'primers': '25,22'})
primed.made('fr3-j-mutated', 'eight of the 17 bases between Trp118 and the primer differ', V('IGHV4-59*01').cut(cysteine - 44, 1), 'TCCGG', D('IGHD2-15*01').cut(6, 6), 'GGAC', J('IGHJ4*02').subs(15, 17, 19, 20, 21, 23, 26, 28).cut(4), suffix=INTRON('IGHJ4*02', 5), genes={'v': None, 'primers': '25,22'})
primed.made('kappa-j-lost', 'a whole V before a J of which seven of twelve free bases differ', V('IGKV1-39*01').cut(60, 3), 'G', '', '', J('IGKJ4*01').subs(8, 9, 11, 12, 13, 15, 17).cut(3), suffix=INTRON('IGKJ4*01', 5), genes={'v': 'IGKV1-39,IGKV1D-39', 'primers': '25,27'})
primed.add('fr3-foreign', str(V('IGHV4-59*01').cut(cysteine - 44))[:25] + FOREIGN[:70] + str(J('IGHJ4*02').cut(31)) + INTRON('IGHJ4*02', 5), 'both primers around something else', type='none', primers='25,22')
primed.write('primed.fa')

gapped = Cases()
gapped.made('v-insertion-3', 'a codon more in CDR2; IGHV3-69-1, which has one less, is taken', V('IGHV3-48*01').subs(28, 81, 89, 90, 91, 94, 95, 96, 97, 137, 143, 148, 183, 191, 228, 232, 239, 260, 269).insert(154, 'ACT').cut(0, 2), 'CGTCC', '', 'ATTC', J('IGHJ4*02').cut(8))
gapped.made('v-deletion-3', 'a codon fewer in CDR2', V('IGHV3-23*01').subs(60, 133, 205, 240).delete(156, 3).cut(40, 2), 'AGGCCTA', D('IGHD6-13*01').cut(3, 5), 'GG', J('IGHJ6*02').cut(12))
gapped.made('v-deletion-9', 'three codons fewer in CDR2', V('IGHV3-15*01').subs(70, 133, 205, 240).delete(160, 9).cut(60, 2), 'AGGCCTA', D('IGHD3-10*01').cut(3, 8), 'GG', J('IGHJ4*02').cut(6), genes={'v': 'IGHV3-15'})
gapped.made('v-two-gaps', 'an inserted and a deleted base 25 nt apart, as pyrosequencing makes them', V('IGHV3-33*01').subs(60, 79, 131, 166, 182, 230, 251).insert(145, 'G').delete(170, 1).cut(42, 1), 'CGGGG', D('IGHD3-16*02').cut(14, 13), 'TAAGT', J('IGHJ4*02').cut(4), prefix='CGTGTCTCGTA')
gapped.made('v-three-gaps', 'three inserted bases far apart', V('IGHV5-51*01').subs(64, 101, 133, 164, 190, 221, 247).insert(132, 'G').insert(149, 'T').insert(194, 'C').cut(52, 1), 'ACGTC', D('IGHD1-14*01').cut(2, 3), 'C', J('IGHJ6*03').cut(9))
gapped.made('v-deletion-15', 'five codons fewer 40 nt before Cys104', V('IGHV4-39*07').subs(120, 133, 160, 175, 198).delete(248, 15).cut(117, 1), 'GCTGCC', D('IGHD3-22*01').cut(6, 5), 'CATCC', J('IGHJ4*02').cut(4))
gapped.made('v-deletion-6-at-end', 'two codons fewer 24 nt before Cys104', V('IGHV3-21*01').subs(6, 9, 45, 72, 75, 94, 96, 102, 111, 150, 153, 155, 158, 168, 193, 208, 234, 274).delete(261, 6).cut(0, 1), 'CAGAGG', D('IGHD3-22*01').cut(6, 4), 'TCT', J('IGHJ4*02').cut(4))
gapped.made('v-deletion-1-at-end', 'a base fewer 21 nt before Cys104', V('IGHV3-21*01').subs(6, 9, 45, 72, 75, 94, 96, 102, 111, 150, 153, 155, 158, 168, 193, 208, 234, 274).delete(264, 1).cut(0, 1), 'CAGAGG', D('IGHD3-22*01').cut(6, 4), 'TCT', J('IGHJ4*02').cut(4))
gapped.made('v-insertion-1-at-cys', 'a base more six before Cys104', V('IGHV1-69*01').subs(80, 130, 170, 222).insert(279, 'T').cut(46, 2), 'TAAGGGCG', D('IGHD3-3*01').cut(5, 6), 'CT', J('IGHJ4*02').cut(1))
gapped.made('j-deletion-1', 'a G fewer after Trp118: the codon TGG stands, the shorter run follows', V('IGHV5-51*01').subs(90, 150, 161).cut(0, 1), 'AGATA', D('IGHD2-2*01').cut(5, 4), 'CC', J('IGHJ4*02').delete(18, 1).cut(6))
gapped.made('j-deletion-3', 'three bases fewer after the codon of Trp118', V('IGHV3-21*01').subs(75, 153, 234, 274).cut(0, 1), 'CAGAGG', D('IGHD3-22*01').cut(6, 4), 'TCT', J('IGHJ4*02').delete(20, 3).cut(2))
gapped.made('j-deletion-1-inside', 'an A fewer eight bases behind Trp118: what lies behind it fits best and has no codon', V('IGHV5-51*01').subs(60, 150, 161).cut(0, 1), 'AGATA', D('IGHD2-2*01').cut(5, 4), 'CCGCTGAC', J('IGHJ6*02').delete(35, 1).cut(26), genes={'j': 'IGHJ6,IGHJ4'})
gapped.made('j-insertion-1', 'a G more after Trp118', V('IGHV3-74*01').subs(28, 70, 88).cut(0, 2), 'GGGGATTCGGCC', '', '', J('IGHJ3*02').insert(20, 'G').cut(2))
gapped.write('gapped.fa')

none = Cases()
whole, _ = read_of(V('IGHV3-23*01').cut(0, 2), 'GGTC', D('IGHD3-10*01').cut(4, 3), 'CTCG', J('IGHJ4*02').cut(4))
none.add('backwards', whole[::-1], 'reversed and not complemented', type='none')
none.add('v-only', str(V('IGHV3-23*01')), 'no J', type='none')
none.add('j-only', FOREIGN + str(J('IGHJ4*02')) + INTRON('IGHJ4*02', 60), 'no V and no D', type='none')
none.add('foreign', FOREIGN + FOREIGN[::-1], 'no element', type='none')
none.add('chimera', str(V('IGKV3-20*01').cut(0, 2)) + 'CC' + str(J('IGHJ4*02').cut(2)), 'a kappa V before a heavy J', type='none')
none.add('j-before-v', str(J('IGHJ4*02')) + 'ACGTTGCA' + str(V('IGHV3-23*01')), 'the wrong way round', type='none')
none.add('unrearranged-dj', GERMLINE['IGHD7-27*01']['upstream'][-110:] + bases('IGHD7-27*01') + 'CACAGTGATTGGCAGCTCTACAAAAACC' + FOREIGN[:50] + 'GGTTTTTGTGGGTGAGGATGGACATTCTGCCACACTGTG' + bases('IGHJ1*01'), 'IGHD7-27 and IGHJ1 with their recombination signals, as in the genome', type='none')
phix = ''.join((ROOT / 'Sources/GermlineData/phix174.fasta').read_text().split('\n')[1:])
none.add('phix', flipped(phix[2000:2250]), 'the control of the sequencer', type='none', reason='phix')
none.add('germline-v', str(V('IGHV3-23*01').cut(60)) + 'CACAGTG' + FOREIGN[:23] + 'ACAAAAACC' + FOREIGN[40:100], 'a V with the recombination signal behind it, as in the genome', type='none', reason='germline_v')
none.add('dimer', str(V('IGHV4-59*01').cut(cysteine - 44))[:25] + 'GGT' + str(J('IGHJ4*02').cut(26)), 'two primers and three bases', type='none', primers='25,22', reason='primer_dimer')
none.add('v-piece', FOREIGN[:60] + str(V('IGHV3-23*01').cut(120))[:20] + FOREIGN[60:], 'twenty bases of a V in something else, for which IgBLAST names the V', type='none', reason='no_v_d_or_intron')
none.write('none.fa')
