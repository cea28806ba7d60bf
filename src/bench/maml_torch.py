#!/usr/bin/python3
"""Yardstick: second-order MAML over a 2-layer GCN or GAT in plain eager PyTorch.

apt-get install python3-torch python3-scipy libopenblas0-pthread
usage: maml_torch.py DATA_DIR [--encoder gcn|gat] [--mode full|field] [--order second|first] [--ways 2 --shots 3 --queries 15]
                     [--steps 5 --batch 4 --hidden 16] [--threads 1] [--seconds 10]

mode full : every inner step runs over the whole graph with dense features, as code on the usual graph libraries does.
mode field: every inner step runs over the task's exact receptive field, with the first propagation precomputed:
            the best a careful user gets out of eager PyTorch (gcn only).
Prints one JSON line: meta-iterations per second (a meta-iteration = one outer step over `batch` tasks).
"""
import argparse, gzip, json, time
import numpy as np, scipy.sparse as sp, torch
import torch.nn.functional as F

def load(d):
    y = np.loadtxt(f'{d}/labels.txt', dtype=int); n = len(y); e = np.loadtxt(f'{d}/edges.txt', dtype=int)
    r, c, v = [], [], []
    for i, line in enumerate(gzip.open(f'{d}/features.txt.gz', 'rt')):
        for t in line.split():
            k, _, w = t.partition(':'); r.append(i); c.append(int(k)); v.append(float(w or 1))
    X = sp.csr_matrix((v, (r, c)), (n, max(c) + 1), dtype=np.float32); s = np.asarray(X.sum(1)).ravel(); s[s == 0] = 1
    return sp.diags(1 / s) @ X, e, y

def main():
    a = argparse.ArgumentParser(); a.add_argument('data')
    for k, d in (('encoder', 'gcn'), ('mode', 'full'), ('order', 'second')): a.add_argument('--' + k, default=d)
    for k, d in (('ways', 2), ('shots', 3), ('queries', 15), ('steps', 5), ('batch', 4), ('hidden', 16), ('threads', 1), ('seconds', 10)): a.add_argument('--' + k, type=int, default=d)
    o = a.parse_args(); torch.set_num_threads(o.threads); second = o.order == 'second'; rate = .1
    X, e, y = load(o.data); n, f = X.shape
    src = np.concatenate([e[:, 0], e[:, 1], np.arange(n)]); dst = np.concatenate([e[:, 1], e[:, 0], np.arange(n)])
    deg = np.bincount(dst, minlength=n).astype(np.float32); w = (deg[src] * deg[dst]) ** -.5; A = sp.csr_matrix((w, (dst, src)), (n, n))
    tsrc, tdst, tw = torch.tensor(src), torch.tensor(dst), torch.tensor(w)
    rng = np.random.default_rng(0); classes = [c for c in np.unique(y) if (y == c).sum() >= o.shots + o.queries]; by = {c: np.where(y == c)[0] for c in classes}
    torch.manual_seed(0); glorot = lambda *s: (torch.rand(*s) * 2 - 1).mul_((6 / (s[0] + s[-1])) ** .5).requires_grad_(); zero = lambda *s: torch.zeros(*s, requires_grad=True)
    h = o.hidden
    if o.encoder == 'gcn': P = [glorot(f, h), zero(h), glorot(h, o.ways), zero(o.ways)]
    else: H = 8; P = [glorot(f, H * 8), glorot(H, 8), glorot(H, 8), zero(H * 8), glorot(H * 8, o.ways), glorot(1, o.ways), glorot(1, o.ways), zero(o.ways)]
    opt = torch.optim.Adam(P, lr=1e-2); Xd = torch.tensor(X.toarray()) if o.mode == 'full' else None; AX = (A @ X) if o.mode == 'field' else None
    prop = lambda z: torch.zeros(n, z.shape[1]).index_add(0, tdst, tw[:, None] * z[tsrc])
    def att(z, a_s, a_d):
        z = z.view(n, a_s.shape[0], -1); s = F.leaky_relu((z * a_s).sum(-1)[tsrc] + (z * a_d).sum(-1)[tdst], .2); ex = (s - s.max().detach()).exp()
        al = ex / torch.zeros(n, a_s.shape[0]).index_add(0, tdst, ex)[tdst]; return torch.zeros_like(z).index_add(0, tdst, al[:, :, None] * z[tsrc]).flatten(1)
    def full(p, rows):
        if o.encoder == 'gcn': return (prop(torch.relu(prop(Xd @ p[0]) + p[1]) @ p[2]) + p[3])[rows]
        return (att(F.elu(att(Xd @ p[0], p[1], p[2]) + p[3]) @ p[4], p[5], p[6]) + p[7])[rows]
    def block(rows):
        S = A[rows]; cols = np.unique(S.indices); return torch.tensor(S[:, cols].toarray()), torch.tensor(AX[cols].toarray())
    field = lambda p, b: b[0] @ torch.relu(b[1] @ p[0] + p[1]) @ p[2] + p[3]
    fwd, view = (full, torch.tensor) if o.mode == 'full' else (field, block)
    def meta():
        opt.zero_grad()
        for _ in range(o.batch):
            cs = rng.choice(classes, o.ways, replace=False); pick = np.stack([rng.permutation(by[c])[:o.shots + o.queries] for c in cs])
            s, q = view(pick[:, :o.shots].ravel()), view(pick[:, o.shots:].ravel()); ys = torch.arange(o.ways).repeat_interleave(o.shots); yq = torch.arange(o.ways).repeat_interleave(o.queries); p = P
            for _ in range(o.steps):
                g = torch.autograd.grad(F.cross_entropy(fwd(p, s), ys), p, create_graph=second); p = [u - rate * v for u, v in zip(p, g)]
            (F.cross_entropy(fwd(p, q), yq) / o.batch).backward()
        opt.step()
    for _ in range(2): meta()
    t = time.time(); k = 0
    while time.time() - t < o.seconds: meta(); k += 1
    print(json.dumps(dict(peer='pytorch ' + torch.__version__, data=o.data.rstrip('/').split('/')[-1], encoder=o.encoder, mode=o.mode, order=o.order, ways=o.ways, shots=o.shots, queries=o.queries, steps=o.steps, batch=o.batch, hidden=h, threads=o.threads, metaIterationsPerSecond=round(k / (time.time() - t), 3))))
main()
