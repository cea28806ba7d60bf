"use strict";
// Shows the run in the element "run" (see PlayerData): graph, embedding and curves of one moment, chosen by the slider.
(() => {
    const WORDS = {
        en: {
            graph: "Graph", embedding: "Embedding", play: "Play", pause: "Pause", step: "step", of: "of",
            said: "colour: prediction", class: "colour: class", right: "colour: right or wrong",
            saidNumber: "colour: predicted value", classNumber: "colour: true value",
            lossAfter: "after the inner loop", lossBefore: "at θ, before it", pretraining: "pre-training, by epochs",
            loss: "Query loss", score: "on the validation episodes", accuracy: "Accuracy", none: "no class",
            floor: "floor", zeroSteps: "zero steps", labelPropagation: "label propagation", smoothedRidge: "smoothed ridge",
            degreeProduct: "degree product", supportMean: "support mean", nearestFeatures: "nearest features", majority: "guessing",
            support: "support set", query: "query set", wrong: "predicted wrongly", onEpisode: "on this episode",
            says: "says", rightAnswer: "right", wrongAnswer: "wrong", true: "true value", predicted: "predicted",
            graphsOwn: "classes:", episodes: "classes of the episode:",
            test: (t, f) => `test ${t}, floor ${f}`,
            keeps: s => `PCA of the last hidden layer; the plane keeps ${s} of the variance`,
            sample: (n, all, e, allE) => `${n} of ${all} nodes and ${e} of ${allE} edges are shown: an even sample with the nodes of the episode`,
            whole: (n, e) => `${n} nodes, ${e} edges`,
            one: "The run kept no checkpoints: there is one moment to see.",
            ends: "The run kept no checkpoints on the way: its beginning and its end are here.",
            thinned: (n, all) => `${n} of the ${all} checkpoints that the run kept are in this page.`,
            keys: "← → one checkpoint, Home and End the first and the last, Space plays.",
            broken: "the embedding is no number here: the run diverged",
        },
        zh: {
            graph: "图", embedding: "嵌入", play: "播放", pause: "暂停", step: "步", of: "/",
            said: "颜色：预测", class: "颜色：类别", right: "颜色：对错",
            saidNumber: "颜色：预测值", classNumber: "颜色：真实值",
            lossAfter: "内循环之后", lossBefore: "内循环之前（θ）", pretraining: "预训练（按轮）",
            loss: "查询损失", score: "（验证回合）", accuracy: "准确率", none: "无类别",
            floor: "基线", zeroSteps: "零步", labelPropagation: "标签传播", smoothedRidge: "平滑特征上的岭回归",
            degreeProduct: "度数乘积", supportMean: "已知值的均值", nearestFeatures: "特征最近者", majority: "猜测",
            support: "支持集", query: "查询集", wrong: "预测错误", onEpisode: "（此回合）",
            says: "预测", rightAnswer: "正确", wrongAnswer: "错误", true: "真实值", predicted: "预测值",
            graphsOwn: "类别：", episodes: "此回合的类别：",
            test: (t, f) => `测试 ${t}，基线 ${f}`,
            keeps: s => `末个隐藏层的 PCA；平面保留 ${s} 的方差`,
            sample: (n, all, e, allE) => `显示 ${all} 个节点中的 ${n} 个、${allE} 条边中的 ${e} 条：均匀抽样，含此回合的节点`,
            whole: (n, e) => `${n} 个节点，${e} 条边`,
            one: "此运行没有保留检查点：只有一个时刻可看。",
            ends: "此运行途中没有保留检查点：这里有开始和结束。",
            thinned: (n, all) => `运行保留了 ${all} 个检查点，此页有其中 ${n} 个。`,
            keys: "← → 移动一个检查点，Home 与 End 到首尾，空格播放。",
            broken: "此处嵌入不再有限：运行已发散",
        },
    };
    const language = (navigator.language || "en").startsWith("zh") ? "zh" : "en";
    const words = WORDS[language];
    document.documentElement.lang = language;
    const byId = id => document.getElementById(id);
    const data = JSON.parse(byId("run").textContent);

    function unpack(text, Type) {
        const raw = atob(text || "");
        const bytes = new Uint8Array(raw.length);
        for (let i = 0; i < raw.length; i++) {
            bytes[i] = raw.charCodeAt(i);
        }
        return new Type(bytes.buffer);
    }

    const STEPS = 65534;
    const moments = data.moments;
    const points = data.points.count;
    const Classes = data.points.bytes === 1 ? Uint8Array : Uint16Array;
    const xy = unpack(data.xy, Uint16Array);
    const edges = unpack(data.edges, Uint32Array);
    const pointOf = unpack(data.pointOf, Int32Array).map(p => p - 1);
    const label = unpack(data.points.label, Classes);
    const places = unpack(data.places, Uint16Array);
    const said = unpack(data.said, Classes);
    const sure = unpack(data.sure, Uint16Array);
    const saidNumber = data.numbers ? unpack(data.numbers.said, Float32Array) : null;
    const rightNumber = data.numbers ? unpack(data.numbers.right, Float32Array) : null;
    const isSupport = new Uint8Array(points);
    const isQuery = new Uint8Array(points);
    data.episode.support.forEach(p => { isSupport[p] = 1; });
    data.episode.query.forEach(p => { isQuery[p] = 1; });
    const nodeOf = new Int32Array(points).fill(-1);
    for (let i = pointOf.length - 1; i >= 0; i--) {
        if (pointOf[i] >= 0) {
            nodeOf[pointOf[i]] = i;
        }
    }
    const pointsAreNodes = !data.points.names;

    let at = moments.length - 1;
    let hovered = {node: -1, point: -1};
    let world = placesOf(at);
    let view = moments[at].view;
    let timer = 0;
    let tween = 0;
    let palette = {};

    // What is known of a point at the shown moment.

    const labelOf = p => label[p] - 1;
    const saidOf = (p, m = at) => said.length ? said[m * points + p] - 1 : -1;
    const isWrong = (p, m = at) => saidOf(p, m) >= 0 && labelOf(p) >= 0 && saidOf(p, m) !== labelOf(p);
    const sureOf = p => sure[at * points + p] / STEPS;

    /** The places of all points at a moment, x and y in turn; NaN where there is none. */
    function placesOf(m) {
        const {low, high} = moments[m];
        const out = new Float32Array(2 * points);
        for (let k = 0; k < out.length; k++) {
            const step = places[m * 2 * points + k];
            const axis = k % 2;
            out[k] = step > STEPS ? NaN : low[axis] + (high[axis] - low[axis]) * step / STEPS;
        }
        return out;
    }

    // Colours: all of them come from the page's style sheet and the run's data.

    const scheme = matchMedia("(prefers-color-scheme: dark)");

    function readPalette() {
        const style = getComputedStyle(document.documentElement);
        const get = name => style.getPropertyValue("--il-" + name).trim();
        const own = data.colours[scheme.matches ? "dark" : "light"];
        palette = {
            get,
            classes: own.classes,
            ways: own.ways,
            panel: get("panel"), text: get("text"), muted: get("muted"), faint: get("faint"), line: get("line"),
            grid: get("grid"), edge: get("edge"), accent: get("accent"), right: get("right"), wrong: get("wrong"),
            scale: [1, 2, 3, 4, 5].map(k => get("scale-" + k)),
        };
        palette.dim = mixed(palette.faint, palette.panel, 0.74);
    }

    function mixed(a, b, share) {
        const channel = k => Math.round(
            parseInt(a.substr(k, 2), 16) * (1 - share) + parseInt(b.substr(k, 2), 16) * share);
        return "#" + [1, 3, 5].map(k => channel(k).toString(16).padStart(2, "0")).join("");
    }

    function ramp(value) {
        if (Number.isNaN(value)) {
            return palette.dim;
        }
        const {low, high} = data.numbers;
        const share = Math.min(1, Math.max(0, (value - low) / Math.max(high - low, 1e-12))) * 4;
        const k = Math.min(3, Math.floor(share));
        return mixed(palette.scale[k], palette.scale[k + 1], share - k);
    }

    const DIM = 0, NORMAL = 1, STRONG = 2;

    /** Colour, emphasis and mark of a point where colours mean `mode`, in the graph or in the embedding. */
    function lookOf(p, mode, inGraph) {
        if (p < 0) {
            return [palette.dim, DIM, false];
        }
        if (data.numbers) {
            const predicted = saidNumber[at * points + p];
            // The embedding shows the nodes that the episode is about.
            const value = mode === "said" || (!inGraph && Number.isNaN(predicted)) ? predicted : rightNumber[p];
            return Number.isNaN(value)
                ? [inGraph ? palette.dim : palette.faint, DIM, false]
                : [ramp(value), STRONG, false];
        }
        const own = labelOf(p), says = saidOf(p);
        if (!said.length) {
            return [own < 0 ? palette.faint : palette.classes[own], NORMAL, false];
        }
        if (mode === "class" && inGraph) {
            return [own < 0 ? palette.faint : palette.classes[own], NORMAL, false];
        }
        if (says < 0) {
            return isSupport[p] && own >= 0
                ? [palette.ways[own], NORMAL, false]
                : [inGraph ? palette.dim : palette.faint, DIM, false];
        }
        switch (mode) {
            case "right":
                return [own < 0 ? palette.faint : isWrong(p) ? palette.wrong : palette.right, STRONG, false];
            case "said":
                return [palette.ways[says], STRONG, isWrong(p)];
            default:
                return [palette.ways[own], STRONG, isWrong(p)];
        }
    }

    // Pictures.

    function pen(canvas) {
        const ratio = window.devicePixelRatio || 1;
        const width = canvas.clientWidth, height = canvas.clientHeight;
        canvas.width = Math.round(width * ratio);
        canvas.height = Math.round(height * ratio);
        const to = canvas.getContext("2d");
        to.setTransform(ratio, 0, 0, ratio, 0, 0);
        to.fillStyle = palette.panel;
        to.fillRect(0, 0, width, height);
        return {to, width, height};
    }

    const radiusFor = (count, width, height) =>
        Math.min(6, Math.max(1.8, 0.15 * Math.sqrt(width * height / Math.max(1, count))));

    function shape(to, p, x, y, r) {
        if (p >= 0 && isSupport[p]) {
            const s = 1.55 * r;
            to.moveTo(x, y - s);
            to.lineTo(x + 0.87 * s, y + s / 2);
            to.lineTo(x - 0.87 * s, y + s / 2);
            to.closePath();
        } else if (p >= 0 && isQuery[p]) {
            const h = 0.886 * r;
            to.rect(x - h, y - h, 2 * h, 2 * h);
        } else {
            to.moveTo(x + r, y);
            to.arc(x, y, r, 0, 2 * Math.PI);
        }
    }

    /** Draws discs, triangles and squares; those that stand out last. */
    function drawNodes(to, count, screen, pointAt, looks, sizes) {
        for (const layer of [DIM, NORMAL, STRONG]) {
            const byColour = new Map();
            for (let i = 0; i < count; i++) {
                if (looks[i][1] === layer && !Number.isNaN(screen[2 * i])) {
                    const colour = looks[i][0];
                    if (!byColour.has(colour)) {
                        byColour.set(colour, []);
                    }
                    byColour.get(colour).push(i);
                }
            }
            byColour.forEach((members, colour) => {
                to.fillStyle = colour;
                to.beginPath();
                members.forEach(i => shape(to, pointAt(i), screen[2 * i], screen[2 * i + 1], sizes(i)));
                to.fill();
            });
        }
        to.lineWidth = 1;
        to.strokeStyle = palette.text;
        to.beginPath();
        for (let i = 0; i < count; i++) {
            const p = pointAt(i);
            if (pointsAreNodes && p >= 0 && (isSupport[p] || isQuery[p])) {
                shape(to, p, screen[2 * i], screen[2 * i + 1], sizes(i));
            }
        }
        to.stroke();
        to.strokeStyle = palette.wrong;
        to.beginPath();
        for (let i = 0; i < count; i++) {
            if (looks[i][2]) {
                const r = 1.3 * sizes(i) + 1;
                to.moveTo(screen[2 * i] + r, screen[2 * i + 1]);
                to.arc(screen[2 * i], screen[2 * i + 1], r, 0, 2 * Math.PI);
            }
        }
        to.stroke();
    }

    function ringed(to, x, y, r) {
        to.lineWidth = 2.2;
        to.strokeStyle = palette.accent;
        to.beginPath();
        to.arc(x, y, r + 3.5, 0, 2 * Math.PI);
        to.stroke();
    }

    let graphScreen = new Float32Array(0);
    let edgePicture = null;

    function drawGraph() {
        const canvas = byId("graph");
        const {to, width, height} = pen(canvas);
        const margin = 16;
        const scale = Math.min(
            (width - 2 * margin) / Math.max(data.width, 1e-6), (height - 2 * margin) / Math.max(data.height, 1e-6));
        const count = data.nodes;
        graphScreen = new Float32Array(2 * count);
        for (let i = 0; i < count; i++) {
            const x = xy[2 * i], y = xy[2 * i + 1];
            graphScreen[2 * i] = x > STEPS ? NaN : width / 2 + scale * (x / STEPS - data.width / 2);
            graphScreen[2 * i + 1] = y > STEPS ? NaN : height / 2 + scale * (y / STEPS - data.height / 2);
        }
        const key = [canvas.width, canvas.height, palette.edge].join();
        if (!edgePicture || edgePicture.key !== key) {
            edgePicture = drawEdges(canvas, key);
        }
        to.drawImage(edgePicture.canvas, 0, 0, width, height);
        const mode = byId("graph-colour").value;
        const looks = Array.from({length: count}, (_, i) => lookOf(pointOf[i], mode, true));
        const r = radiusFor(count, width, height);
        const size = i => {
            const p = pointOf[i];
            return pointsAreNodes && p >= 0 && (isSupport[p] || isQuery[p]) ? Math.max(1.06 * r, 4.2) : r;
        };
        // A node of a member graph has no part of its own in an episode.
        drawNodes(to, count, graphScreen, i => pointsAreNodes ? pointOf[i] : -1, looks, size);
        if (hovered.point >= 0 || hovered.node >= 0) {
            for (let i = 0; i < count; i++) {
                if (i === hovered.node || (hovered.node < 0 && pointOf[i] === hovered.point)) {
                    ringed(to, graphScreen[2 * i], graphScreen[2 * i + 1], size(i));
                }
            }
        }
    }

    function drawEdges(like, key) {
        const canvas = document.createElement("canvas");
        canvas.width = like.width;
        canvas.height = like.height;
        const to = canvas.getContext("2d");
        const ratio = window.devicePixelRatio || 1;
        to.setTransform(ratio, 0, 0, ratio, 0, 0);
        const count = edges.length / 2;
        to.strokeStyle = palette.edge;
        to.globalAlpha = Math.min(0.45, Math.max(0.06, 0.45 * Math.sqrt(900 / Math.max(1, count))));
        to.lineWidth = 1;
        // Many short paths: where they cross they darken, and no path takes long.
        const batch = 64;
        for (let start = 0; start < count; start += batch) {
            to.beginPath();
            for (let e = start; e < Math.min(count, start + batch); e++) {
                const a = edges[2 * e], b = edges[2 * e + 1];
                to.moveTo(graphScreen[2 * a], graphScreen[2 * a + 1]);
                to.lineTo(graphScreen[2 * b], graphScreen[2 * b + 1]);
            }
            to.stroke();
        }
        return {canvas, key};
    }

    let embeddingScreen = new Float32Array(0);

    function drawEmbedding() {
        const {to, width, height} = pen(byId("embedding"));
        const margin = 24;
        const [left, top, right, bottom] = view;
        const scale = Math.min(
            (width - 2 * margin) / Math.max(right - left, 1e-9), (height - 2 * margin) / Math.max(bottom - top, 1e-9));
        embeddingScreen = new Float32Array(2 * points);
        for (let p = 0; p < points; p++) {
            embeddingScreen[2 * p] = width / 2 + scale * (world[2 * p] - (left + right) / 2);
            embeddingScreen[2 * p + 1] = height / 2 + scale * (world[2 * p + 1] - (top + bottom) / 2);
        }
        const mode = byId("embedding-colour").value;
        const looks = Array.from({length: points}, (_, p) => lookOf(p, mode, false));
        const r = radiusFor(points, width, height);
        const size = p => isSupport[p] ? 2.5 * r : isQuery[p] ? 1.4 * r : looks[p][1] === DIM ? 0.55 * r : r;
        drawNodes(to, points, embeddingScreen, p => p, looks, size);
        if (hovered.point >= 0) {
            const p = hovered.point;
            ringed(to, embeddingScreen[2 * p], embeddingScreen[2 * p + 1], size(p));
        }
    }

    // Curves.

    const FIRST = "class-1", SECOND = "muted";

    /** What charts show: lines (in the order of their labels), lines across, how values are written. */
    function charts() {
        const c = data.curves;
        const hasSteps = c.lossAfter.values.length > 0;
        const loss = hasSteps
            ? [{series: c.lossAfter, name: words.lossAfter, colour: FIRST}]
            : [{series: c.pretraining, name: words.pretraining, colour: FIRST}];
        // They are the same for a learner without an inner loop.
        const adapts = c.lossBefore.values.some((v, i) => v !== c.lossAfter.values[i]);
        if (hasSteps && adapts) {
            loss.push({series: c.lossBefore, name: words.lossBefore, colour: SECOND, dash: [4, 3]});
        }
        const share = ["accuracy", "auc", "ap"].includes(data.measure);
        const write = v => share ? (100 * v).toFixed(1) + " %" : v.toFixed(3);
        const references = Object.entries(c.references)
            .filter(([, value]) => value !== null)
            .map(([name, value]) => ({
                value, name: `${words[name] || name} ${write(value)}`, colour: name === "floor" ? "baseline" : "faint",
            }));
        return {
            loss: {
                canvas: byId("loss"), lines: loss, references: [], moves: hasSteps,
                write: (v, step = 0.001) => v.toFixed(Math.max(0, Math.ceil(-Math.log10(step)))),
            },
            score: {
                canvas: byId("score"),
                lines: [{series: c.score, name: "", colour: "class-3", band: [c.lower, c.upper], dots: true}],
                references, write, moves: true,
            },
        };
    }

    function range(chart) {
        let low = Infinity, high = -Infinity, first = Infinity, last = -Infinity;
        const see = v => {
            if (v !== null && Number.isFinite(v)) {
                low = Math.min(low, v);
                high = Math.max(high, v);
            }
        };
        chart.lines.forEach(({series, band}) => {
            series.values.forEach(see);
            (band || []).forEach(border => border.values.forEach(see));
            if (series.steps.length) {
                first = Math.min(first, series.steps[0]);
                last = Math.max(last, series.steps[series.steps.length - 1]);
            }
        });
        chart.references.forEach(({value}) => see(value));
        if (first > last) {
            [first, last] = [0, Math.max(1, data.steps)];
        }
        if (low > high) {
            [low, high] = [0, 1];
        }
        const room = 0.06 * (high - low || Math.abs(high) || 1);
        return {low: low - room, high: high + room, first, last: Math.max(last, first + 1)};
    }

    function ticks(low, high, count) {
        const raw = (high - low) / count;
        const power = 10 ** Math.floor(Math.log10(raw));
        const step = [1, 2, 5, 10].map(k => k * power).find(s => s >= raw);
        const out = [];
        for (let k = Math.ceil(low / step); k * step <= high + 1e-9 * step; k++) {
            out.push(k * step);
        }
        return out;
    }

    function drawChart(chart) {
        const {to, width, height} = pen(chart.canvas);
        const box = {left: 54, right: width - (chart.references.length ? 150 : 10), top: 8, bottom: height - 22};
        const {low, high, first, last} = range(chart);
        const x = step => box.left + (step - first) / (last - first) * (box.right - box.left);
        const y = value => box.bottom - (value - low) / (high - low) * (box.bottom - box.top);
        chart.stepAt = px => first + (px - box.left) / (box.right - box.left) * (last - first);
        to.font = "11px " + getComputedStyle(document.body).fontFamily;
        to.lineWidth = 1;
        to.textBaseline = "middle";
        to.textAlign = "right";
        const levels = ticks(low, high, 4);
        levels.forEach(v => {
            to.strokeStyle = palette.grid;
            line(to, box.left, y(v), box.right, y(v));
            to.fillStyle = palette.muted;
            to.fillText(chart.write(v, levels.length > 1 ? levels[1] - levels[0] : undefined), box.left - 6, y(v));
        });
        to.textAlign = "center";
        ticks(first, last, 6).filter(Number.isInteger).forEach(v => to.fillText(String(v), x(v), box.bottom + 12));
        to.textAlign = "left";
        const free = [];
        [...chart.references].sort((a, b) => b.value - a.value).forEach(({value, name, colour}) => {
            to.strokeStyle = palette.get(colour);
            to.setLineDash([5, 4]);
            line(to, box.left, y(value), box.right, y(value));
            to.setLineDash([]);
            const labelY = Math.max(y(value), free.length ? free[free.length - 1] + 13 : box.top);
            free.push(labelY);
            to.fillStyle = palette.muted;
            to.fillText(name, box.right + 6, labelY, width - box.right - 8);
        });
        chart.lines.forEach(({series, colour, dash, band, dots}) => {
            if (band) {
                to.fillStyle = palette.get(colour);
                to.globalAlpha = 0.16;
                to.beginPath();
                band[1].steps.forEach((s, i) => to.lineTo(x(s), y(band[1].values[i])));
                for (let i = band[0].steps.length - 1; i >= 0; i--) {
                    to.lineTo(x(band[0].steps[i]), y(band[0].values[i]));
                }
                to.fill();
                to.globalAlpha = 1;
            }
            to.strokeStyle = palette.get(colour);
            to.lineWidth = 1.6;
            to.setLineDash(dash || []);
            to.beginPath();
            let open = false;
            series.steps.forEach((s, i) => {
                if (series.values[i] === null) {
                    open = false;
                } else if (open) {
                    to.lineTo(x(s), y(series.values[i]));
                } else {
                    to.moveTo(x(s), y(series.values[i]));
                    open = true;
                }
            });
            to.stroke();
            to.setLineDash([]);
            if (dots && series.steps.length <= 120) {
                to.fillStyle = palette.get(colour);
                series.steps.forEach((s, i) => {
                    if (series.values[i] !== null) {
                        to.beginPath();
                        to.arc(x(s), y(series.values[i]), 2.2, 0, 2 * Math.PI);
                        to.fill();
                    }
                });
            }
        });
        const named = chart.lines.filter(l => l.name && chart.lines.length > 1);
        let end = box.right;
        named.forEach(({name, colour, dash}) => {
            const width = to.measureText(name).width;
            to.textAlign = "right";
            to.strokeStyle = palette.panel;
            to.lineWidth = 4;
            to.strokeText(name, end, box.top + 6);
            to.fillStyle = palette.muted;
            to.fillText(name, end, box.top + 6);
            to.strokeStyle = palette.get(colour);
            to.lineWidth = 1.6;
            to.setLineDash(dash || []);
            line(to, end - width - 24, box.top + 6, end - width - 6, box.top + 6);
            to.setLineDash([]);
            end -= width + 36;
        });
        if (chart.moves) {
            const step = Math.min(last, Math.max(first, moments[at].step));
            to.strokeStyle = palette.accent;
            to.lineWidth = 1.4;
            line(to, x(step), box.top, x(step), box.bottom);
        }
    }

    function line(to, x1, y1, x2, y2) {
        to.beginPath();
        to.moveTo(x1, y1);
        to.lineTo(x2, y2);
        to.stroke();
    }

    /** The newest value of a series that is not after a step; null if there is none. */
    function valueAt(series, step) {
        let value = null;
        for (let i = 0; i < series.steps.length && series.steps[i] <= step; i++) {
            value = series.values[i];
        }
        return value;
    }

    // Words around the pictures.

    function percent(share) {
        return (100 * share).toFixed(0) + " %";
    }

    function className(c) {
        return c < 0 ? words.none : data.classes[c];
    }

    function chip(colour, text, outline) {
        const all = document.createElement("span");
        const NS = "http://www.w3.org/2000/svg";
        const svg = document.createElementNS(NS, "svg");
        svg.setAttribute("viewBox", "0 0 12 12");
        const mark = document.createElementNS(NS, "path");
        mark.setAttribute("d", outline || "M11 6A5 5 0 1 1 1 6A5 5 0 1 1 11 6Z");
        mark.setAttribute("fill", outline ? "none" : colour);
        mark.setAttribute("stroke", outline ? colour : "none");
        svg.append(mark);
        all.append(svg, text);
        return all;
    }

    function fillLegend() {
        const legend = byId("legend");
        legend.replaceChildren();
        if (data.ways.length && said.length) {
            legend.append(words.episodes, ...data.ways.filter(c => c >= 0).map(c => chip(palette.ways[c], className(c))));
            legend.append(
                chip(palette.text, words.support, "M6 1L11 10L1 10Z"),
                chip(palette.text, words.query, "M2 2H10V10H2Z"),
                chip(palette.wrong, words.wrong, "M11 6A5 5 0 1 1 1 6A5 5 0 1 1 11 6Z"));
        }
        const own = !data.ways.length || byId("graph-colour").value === "class";
        if (own && !data.numbers && data.classes.length) {
            legend.append(words.graphsOwn, ...data.classes.map((name, c) => chip(palette.classes[c], name)));
        }
        if (data.numbers) {
            const {low, high} = data.numbers;
            [0, 0.25, 0.5, 0.75, 1].forEach(s => {
                const value = low + s * (high - low);
                legend.append(chip(ramp(value), value.toPrecision(3)));
            });
        }
        legend.parentElement.hidden = !legend.childNodes.length;
    }

    function writeWords() {
        const now = moments[at];
        const value = data.measure === "accuracy" ? words.accuracy : data.measure.toUpperCase();
        byId("step").textContent = `${words.step} ${now.step} ${words.of} ${data.steps}`;
        byId("embedding-note").textContent = now.share === null
            ? words.broken
            : `${words.keeps(percent(now.share))}; ${value} ${words.onEpisode} ${now.text}`.replace(/ %/g, "\u00a0%");
        const loss = valueAt(data.curves.lossAfter, now.step);
        byId("loss-note").textContent = loss === null ? "" : `${words.lossAfter}: ${loss.toPrecision(4)}`;
        const score = valueAt(data.curves.score, now.step);
        byId("score-note").textContent = score === null ? "" : all.score.write(score);
        document.title = `${data.name}, ${words.step} ${now.step}`;
        let predicted = 0, wrong = 0;
        for (let p = 0; p < points; p++) {
            predicted += saidOf(p) >= 0 ? 1 : 0;
            wrong += isWrong(p) ? 1 : 0;
        }
        // For programs that look at the page.
        document.documentElement.dataset.state = JSON.stringify({
            moment: at, step: now.step, value: now.value, text: now.text, loss, score, predicted, wrong,
            nodes: data.nodes, points, moments: moments.length, x: placesOf(at)[0], y: placesOf(at)[1],
        });
    }

    function card(event, node, point) {
        const box = byId("card");
        box.hidden = node < 0 && point < 0;
        if (box.hidden) {
            return;
        }
        const name = document.createElement("b");
        name.textContent = node >= 0 ? data.names[node] : data.points.names[point];
        box.replaceChildren(name);
        const say = text => {
            const row = document.createElement("div");
            row.textContent = text;
            box.append(row);
        };
        if (point >= 0 && data.numbers) {
            say(`${words.predicted} ${number(saidNumber[at * points + point])}`);
            say(`${words.true} ${number(rightNumber[point])}`);
        } else if (point >= 0) {
            say(className(labelOf(point)));
            const says = saidOf(point);
            if (says >= 0) {
                const verdict = labelOf(point) < 0 ? "" : `, ${isWrong(point) ? words.wrongAnswer : words.rightAnswer}`;
                say(`${words.says} ${className(says)}, ${percent(sureOf(point))}${verdict}`);
            }
        }
        const width = box.offsetWidth, height = box.offsetHeight;
        box.style.left = Math.max(4, Math.min(event.clientX + 14, innerWidth - width - 8)) + "px";
        box.style.top = Math.max(4, Math.min(event.clientY + 14, innerHeight - height - 8)) + "px";
    }

    function number(value) {
        return Number.isNaN(value) ? "–" : value.toPrecision(4);
    }

    // Time.

    const all = charts();
    const still = matchMedia("(prefers-reduced-motion: reduce)");

    function drawAll() {
        drawGraph();
        drawEmbedding();
        drawChart(all.loss);
        drawChart(all.score);
    }

    /** Shows a moment; while it plays, points glide there. */
    function show(moment, glides) {
        const before = {world, view};
        at = Math.min(moments.length - 1, Math.max(0, moment));
        byId("slider").value = String(at);
        cancelAnimationFrame(tween);
        writeWords();
        const target = placesOf(at), targetView = moments[at].view;
        if (!glides || still.matches) {
            world = target;
            view = targetView;
            drawAll();
            return;
        }
        drawGraph();
        drawChart(all.loss);
        drawChart(all.score);
        const start = performance.now();
        const frame = now => {
            const t = Math.min(1, (now - start) / 320);
            const share = t * t * (3 - 2 * t);
            world = target.map((v, k) => before.world[k] + (v - before.world[k]) * share);
            view = targetView.map((v, k) => before.view[k] + (v - before.view[k]) * share);
            drawEmbedding();
            if (t < 1) {
                tween = requestAnimationFrame(frame);
            } else {
                world = target;
            }
        };
        tween = requestAnimationFrame(frame);
    }

    function pause() {
        clearInterval(timer);
        timer = 0;
        byId("play").textContent = words.play;
    }

    function playOrPause() {
        if (timer) {
            pause();
            return;
        }
        if (at === moments.length - 1) {
            show(0, false);
        }
        byId("play").textContent = words.pause;
        timer = setInterval(() => {
            show(at + 1, true);
            if (at === moments.length - 1) {
                pause();
            }
        }, 450);
    }

    function nearest(step) {
        let best = 0;
        moments.forEach((m, k) => {
            if (Math.abs(m.step - step) < Math.abs(moments[best].step - step)) {
                best = k;
            }
        });
        return best;
    }

    function fromAddress() {
        const wanted = /[#&]step=(\d+)/.exec(location.hash);
        show(wanted ? nearest(Number(wanted[1])) : at, false);
    }

    function hover(event, screen, count, nodeAt, pointAt) {
        const area = event.currentTarget.getBoundingClientRect();
        const x = event.clientX - area.left, y = event.clientY - area.top;
        let best = -1, least = 81;
        for (let i = 0; i < count; i++) {
            const d = (screen[2 * i] - x) ** 2 + (screen[2 * i + 1] - y) ** 2;
            if (d < least) {
                least = d;
                best = i;
            }
        }
        const found = best < 0 ? {node: -1, point: -1} : {node: nodeAt(best), point: pointAt(best)};
        card(event, found.node, found.point);
        if (found.node !== hovered.node || found.point !== hovered.point) {
            hovered = found;
            drawGraph();
            drawEmbedding();
        }
    }

    function choices(select, modes, chosen) {
        modes.forEach(mode => {
            const numbers = data.numbers && mode !== "right" ? "Number" : "";
            select.add(new Option(words[mode + numbers], mode, mode === chosen, mode === chosen));
        });
        select.hidden = modes.length < 2;
        select.addEventListener("change", () => {
            fillLegend();
            drawAll();
        });
    }

    function begin() {
        readPalette();
        document.documentElement.lang = words === WORDS.zh ? "zh" : "en";
        document.querySelectorAll("[data-say]").forEach(e => { e.textContent = words[e.dataset.say]; });
        byId("name").textContent = data.name;
        byId("about").textContent = `${data.protocol[language]}; ${words.test(data.test, data.floor)}`;
        byId("loss-title").textContent = words.loss;
        byId("score-title").textContent =
            `${data.measure === "accuracy" ? words.accuracy : data.measure.toUpperCase()} ${words.score}`;
        const shownEdges = edges.length / 2;
        byId("graph-note").textContent = data.nodes < data.allNodes || shownEdges < data.allEdges
            ? words.sample(data.nodes, data.allNodes, shownEdges, data.allEdges)
            : words.whole(data.nodes, shownEdges);
        byId("kept").textContent = moments.length === 1
            ? words.one
            : moments.length === 2 && data.kept === 2
                ? words.ends
                : (moments.length < data.kept ? words.thinned(moments.length, data.kept) + " " : "") + words.keys;
        const classes = said.length > 0;
        const modes = classes ? ["said", "class", "right"] : data.numbers ? ["said", "class"] : ["class"];
        choices(byId("graph-colour"), modes, modes[0]);
        choices(byId("embedding-colour"), modes, "class");
        byId("graph").setAttribute("aria-label", words.graph);
        byId("embedding").setAttribute("aria-label", words.embedding);
        const slider = byId("slider");
        slider.max = String(moments.length - 1);
        slider.disabled = moments.length < 2;
        slider.setAttribute("aria-label", words.step);
        slider.addEventListener("input", () => {
            pause();
            show(Number(slider.value), false);
        });
        const play = byId("play");
        play.disabled = moments.length < 2;
        play.addEventListener("click", playOrPause);
        pause();
        byId("graph").addEventListener("mousemove", e => hover(e, graphScreen, data.nodes, i => i, i => pointOf[i]));
        byId("embedding").addEventListener("mousemove", e =>
            hover(e, embeddingScreen, points, p => pointsAreNodes ? nodeOf[p] : -1, p => p));
        for (const id of ["graph", "embedding"]) {
            byId(id).addEventListener("mouseleave", e => {
                hovered = {node: -1, point: -1};
                card(e, -1, -1);
                drawGraph();
                drawEmbedding();
            });
        }
        for (const chart of Object.values(all)) {
            chart.canvas.addEventListener("click", e => {
                if (chart.moves) {
                    pause();
                    show(nearest(chart.stepAt(e.clientX - chart.canvas.getBoundingClientRect().left)), false);
                }
            });
        }
        document.addEventListener("keydown", e => {
            const own = e.target.tagName;
            if (own === "SELECT" || e.ctrlKey || e.altKey || e.metaKey) {
                return;
            }
            const moves = {ArrowLeft: at - 1, ArrowRight: at + 1, Home: 0, End: moments.length - 1};
            if (e.key in moves) {
                e.preventDefault();
                pause();
                show(moves[e.key], false);
            } else if (e.key === " " && own !== "BUTTON" && moments.length > 1) {
                e.preventDefault();
                playOrPause();
            }
        });
        scheme.addEventListener("change", () => {
            readPalette();
            fillLegend();
            drawAll();
        });
        addEventListener("resize", drawAll);
        addEventListener("hashchange", fromAddress);
        fillLegend();
        fromAddress();
    }

    begin();
})();
