/**
 * Colours of a page on paper white and on near black. Texts are at least 4.5:1 against their ground, and what is
 * drawn at least 3:1; answered and unanswered differ in lightness too, for eyes and printers without colour.
 */
const LIGHT =
  '--ground:#fff;--card:#f6f7f9;--text:#1b1f24;--faint:#57606a;--line:#d5dae0;--yes:#2f6fb3;--no:#c4620c;--track:#e6e9ee';
const DARK =
  '--ground:#14171b;--card:#1c2126;--text:#e3e6ea;--faint:#9aa4af;--line:#343b44;--yes:#5b9bdc;--no:#f0a35e;--track:#2a3038';

/** Nothing is fetched: fonts are those of the reader's system. */
export const STYLE = `
:root{color-scheme:light dark;${LIGHT}}
@media (prefers-color-scheme:dark){:root{${DARK}}}
*{box-sizing:border-box}
body{margin:0;background:var(--ground);color:var(--text);font:16px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans","DejaVu Sans",sans-serif;overflow-wrap:anywhere}
main{max-width:52rem;margin:0 auto;padding:2rem 1.25rem 3rem}
h1{font-size:1.6rem;line-height:1.25;margin:0}
h2{font-size:1.15rem;margin:2.5rem 0 .25rem}
p{margin:.25rem 0}
.faint{color:var(--faint);font-size:.875rem}
.day{white-space:nowrap}
.tiles{display:grid;grid-template-columns:repeat(4,1fr);gap:.75rem;margin:1.5rem 0 0}
.tiles div{background:var(--card);border:1px solid var(--line);border-radius:.5rem;padding:.7rem .9rem;display:flex;flex-direction:column-reverse;justify-content:flex-end}
dt{color:var(--faint);font-size:.8125rem}
dd{margin:0;font-size:1.6rem;font-weight:650;line-height:1.2;font-variant-numeric:tabular-nums}
ol.groups{list-style:none;margin:.75rem 0 0;padding:0}
ol.groups>li{display:grid;grid-template-columns:3.25rem 1fr;gap:0 .9rem;padding:.7rem 0;border-top:1px solid var(--line);break-inside:avoid}
.count{font-size:1.3rem;font-weight:650;text-align:right;line-height:1.3;font-variant-numeric:tabular-nums}
.title{font-weight:600}
.top .title{font-size:1.15rem}
.bar{display:block;width:100%;height:.4rem;margin:.35rem 0 .4rem}
.ways{margin:.15rem 0 0;padding:0 0 0 1.1rem;font-size:.875rem;color:var(--faint)}
svg.days{display:block;width:100%;height:auto;margin:.75rem 0 0}
svg text{fill:var(--faint);font-size:12px;font-family:inherit}
.yes{fill:var(--yes)}.no{fill:var(--no)}.track{fill:var(--track)}.grid{stroke:var(--line);stroke-width:1}
.key{display:inline-block;width:.75rem;height:.75rem;border-radius:2px;margin:0 .35rem 0 0;vertical-align:-.05rem;print-color-adjust:exact;-webkit-print-color-adjust:exact}
.key.yes{background:var(--yes)}.key.no{background:var(--no)}
.legend span{margin-right:1.25rem;white-space:nowrap}
details{margin:.5rem 0 0}
summary{cursor:pointer;color:var(--faint);font-size:.875rem;padding:.35rem 0}
table{border-collapse:collapse;width:100%;margin:.5rem 0 0;font-size:.9375rem}
th,td{text-align:start;padding:.35rem .6rem;border-top:1px solid var(--line);vertical-align:top}
thead th{color:var(--faint);font-weight:500;font-size:.8125rem;border-top:0}
tbody th{font-weight:400}
.number{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
footer{margin-top:3rem;border-top:1px solid var(--line);padding-top:.75rem}
@media (max-width:30rem){main{padding:1.25rem 1rem}.tiles{grid-template-columns:1fr 1fr}}
@media print{:root{${LIGHT}}body{font-size:11pt}main{max-width:none;padding:0}svg,.tiles div{print-color-adjust:exact;-webkit-print-color-adjust:exact}summary{display:none}details::details-content{content-visibility:visible;display:block;height:auto}h2{break-after:avoid}tr{break-inside:avoid}}
`.replace(/\n/g, '');
