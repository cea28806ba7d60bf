#!/usr/bin/env python3
"""Innerloop and plain PyTorch side by side, in turns; prints the median of the ratios for each row of docs/benchmarks.md.

usage: compare.py DATA [--rounds 3] [--seconds 10] [--python python3]
DATA holds the folders cora and coauthor-cs (edges.txt, labels.txt, features.txt.gz). PyTorch runs with one thread, which is
its best on small graphs, and for full-graph work with one and with two, of which the faster counts.
"""
import argparse, json, os, statistics, subprocess

here = os.path.dirname(os.path.abspath(__file__))
top = os.path.dirname(os.path.dirname(here))
a = argparse.ArgumentParser()
a.add_argument('data')
a.add_argument('--rounds', type=int, default=3)
a.add_argument('--seconds', default='10')
a.add_argument('--python', default='python3')
o = a.parse_args()
env = {k: v for k, v in os.environ.items() if k != 'OPENBLAS_CORETYPE'}


def lines(*command):
    out = subprocess.run(command, env=env, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=True, text=True).stdout
    return [json.loads(line) for line in out.splitlines() if line.startswith('{')]


def ours(*command):
    return lines(os.path.join(top, 'innerloop'), 'bench', *command, '--seconds', o.seconds, '--json')[0]


def peer(script, *command):
    return lines(o.python, os.path.join(here, script), *command, '--seconds', o.seconds.split('.')[0])


def meta(name, data, *settings):
    mine = ours('meta', os.path.join(here, name + '.experiment.json'), '--set', 'graph=' + os.path.abspath(f'{o.data}/{data}'))
    theirs = peer('maml_torch.py', f'{o.data}/{data}', *settings)[0]
    return mine['metaIterationsPerSecond'], theirs['metaIterationsPerSecond'], mine['metaIterationsPerSecond'] / theirs['metaIterationsPerSecond']


def epoch(data, features):
    mine = ours('epoch', f'{o.data}/{data}')['milliseconds']
    theirs = min(e['milliseconds'] for t in '12' for e in peer('epoch_torch.py', f'{o.data}/{data}', '--threads', t) if e['features'] == features)
    return mine, theirs, theirs / mine


def propagate(threads):
    mine = ours('propagate', '--threads', threads)
    theirs = peer('epoch_torch.py', '--random', '1000000', '10000000', '--threads', threads)[0]
    return mine['seconds'], theirs['seconds'], theirs['seconds'] / mine['seconds']


big = ('--ways', '5', '--shots', '5')
rows = [
    ('outer steps/s, cora, GCN, against full', lambda: meta('cora-gcn', 'cora')),
    ('outer steps/s, cora, GCN, against field', lambda: meta('cora-gcn', 'cora', '--mode', 'field')),
    ('outer steps/s, cora, GAT, against full', lambda: meta('cora-gat', 'cora', '--encoder', 'gat')),
    ('outer steps/s, coauthor-cs, GCN, against full', lambda: meta('coauthor-cs-gcn', 'coauthor-cs', *big)),
    ('outer steps/s, coauthor-cs, GCN, against field', lambda: meta('coauthor-cs-gcn', 'coauthor-cs', *big, '--mode', 'field')),
    ('epoch ms, cora, against dense', lambda: epoch('cora', 'dense')),
    ('epoch ms, cora, against sparse', lambda: epoch('cora', 'sparse')),
    ('epoch ms, coauthor-cs, against dense', lambda: epoch('coauthor-cs', 'dense')),
    ('epoch ms, coauthor-cs, against sparse', lambda: epoch('coauthor-cs', 'sparse')),
    ('propagate s, 1 thread', lambda: propagate('1')),
    ('propagate s, 2 threads', lambda: propagate('2')),
]
for name, row in rows:
    measured = [row() for _ in range(o.rounds)]
    mine, theirs, ratio = (statistics.median(m[i] for m in measured) for i in range(3))
    print(f'{name:48} innerloop {mine:9.4g}  pytorch {theirs:9.4g}  ratio {ratio:7.1f}', flush=True)
