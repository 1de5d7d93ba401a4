"use strict";
(() => {
  const tip = document.getElementById("tip");
  const show = (x, y) => {
    tip.hidden = false;
    const w = tip.offsetWidth, h = tip.offsetHeight;
    tip.style.left = Math.max(8, Math.min(x + 16, innerWidth - w - 8)) + "px";
    tip.style.top = (y + 18 + h < innerHeight ? y + 18 : Math.max(8, y - h - 14)) + "px";
  };
  const hide = () => { tip.hidden = true; };

  for (const cell of document.querySelectorAll("td[tabindex]")) {
    const why = cell.querySelector(".why");
    const open = (x, y) => { tip.innerHTML = why.innerHTML; show(x, y); };
    cell.addEventListener("mousemove", e => open(e.clientX, e.clientY));
    cell.addEventListener("mouseleave", hide);
    cell.addEventListener("focus", () => { const r = cell.getBoundingClientRect(); open(r.left, r.bottom - 10); });
    cell.addEventListener("blur", hide);
  }
  addEventListener("keydown", e => { if (e.key === "Escape") hide(); });

  for (const list of document.querySelectorAll("[role=tablist]")) {
    const tabs = [...list.children];
    const panels = tabs.map(t => document.getElementById(t.getAttribute("aria-controls")));
    const choose = i => tabs.forEach((t, j) => {
      t.setAttribute("aria-selected", i === j);
      t.tabIndex = i === j ? 0 : -1;
      panels[j].hidden = i !== j;
    });
    tabs.forEach((t, i) => t.addEventListener("click", () => choose(i)));
    list.addEventListener("keydown", e => {
      const step = { ArrowRight: 1, ArrowLeft: -1 }[e.key];
      if (!step) return;
      const next = (tabs.indexOf(document.activeElement) + step + tabs.length) % tabs.length;
      choose(next);
      tabs[next].focus();
    });
    choose(0);
  }

  const number = v => v === null ? "n/a" : Math.abs(v) >= 1000 ? v.toFixed(0) : String(Number(v.toPrecision(4)));
  const text = (parent, kind, content) => {
    const e = document.createElement(kind);
    e.textContent = content;
    parent.append(e);
    return e;
  };
  for (const data of document.querySelectorAll("figure > script")) {
    const chart = JSON.parse(data.textContent);
    const svg = data.parentNode.querySelector("svg");
    const [left, top, right, bottom] = chart.box;
    const cross = document.createElementNS("http://www.w3.org/2000/svg", "path");
    cross.setAttribute("class", "cross");
    svg.append(cross);
    const away = () => { hide(); cross.removeAttribute("d"); };
    svg.addEventListener("mouseleave", away);
    svg.addEventListener("mousemove", e => {
      const at = new DOMPoint(e.clientX, e.clientY).matrixTransform(svg.getScreenCTM().inverse());
      if (at.x < left || at.x > right || at.y < top || at.y > bottom) { away(); return; }
      tip.replaceChildren();
      const rows = [];
      if (chart.kind === "time") {
        const t = (at.x - left) / (right - left) * chart.end;
        cross.setAttribute("d", `M${at.x} ${top}V${bottom}`);
        text(tip, "b", `at ${number(t)} ${chart.xUnit}`);
        for (const line of chart.lines) {
          const i = Math.floor(t / line.until * line.y.length);
          rows.push([line.name, i < line.y.length ? `${number(line.y[i])} ${chart.yUnit}` : "ended"]);
        }
      } else {
        const p = (bottom - at.y) / (bottom - top) * 100;
        cross.setAttribute("d", `M${left} ${at.y}H${right}`);
        text(tip, "b", `${p.toFixed(1)} % of requests are not above`);
        for (const line of chart.lines) {
          let i = line.y.findIndex(y => y >= p);
          if (i < 0) i = line.y.length - 1;
          const before = Math.max(0, i - 1);
          const span = line.y[i] - line.y[before];
          const share = span > 0 ? (p - line.y[before]) / span : 1;
          rows.push([line.name, `${number(line.x[before] + share * (line.x[i] - line.x[before]))} ${chart.xUnit}`]);
        }
      }
      const table = text(tip, "table", "");
      for (const row of rows) {
        const tr = text(table, "tr", "");
        row.forEach(cell => text(tr, "td", cell));
      }
      show(e.clientX, e.clientY);
    });
  }
})();
