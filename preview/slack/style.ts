/**
 * Sizes as they are measured in Slack's client: a picture of 36 px in a gutter, letters of 15 px on lines of
 * 22, 13 px in context, a bar of 4 px beside a quotation, buttons of 28 px. Lato is Slack's typeface.
 */
export const MESSAGE_CSS = `
.slack{background:var(--ground);color:var(--text);font:400 15px/22px Lato,"Helvetica Neue",Arial,"Liberation Sans",sans-serif;
  border:1px solid var(--line);border-radius:8px;overflow-wrap:anywhere}
.slack a{color:var(--link);text-decoration:none}
.slack a:hover{text-decoration:underline}
.slack strong,.strong{font-weight:700}
.slack h2,.slack h3{margin:0;font-weight:900;font-size:18px;line-height:24px}
.icon{width:16px;height:16px;flex:none;fill:none;stroke:currentColor;stroke-width:1.5;stroke-linecap:round;stroke-linejoin:round}
.faint{color:var(--faint);font-size:13px;line-height:18px}
.heading{display:flex;flex-wrap:wrap;align-items:baseline;gap:0 8px;padding:11px 20px;border-bottom:1px solid var(--line)}
.messages{padding:8px 0}
.message{display:grid;grid-template-columns:36px minmax(0,1fr);column-gap:8px;padding:8px 20px}
.only-you{grid-column:1/-1;display:flex;align-items:center;gap:8px;padding-left:20px;margin-bottom:4px;color:var(--faint);font-size:13px;line-height:18px}
.only-you .icon{width:16px;height:16px}
.ephemeral{background:var(--soft)}
.ephemeral{--code-ground:var(--ground)}
.avatar{display:inline-flex;align-items:center;justify-content:center;flex:none;color:#fff;font-weight:700}
.avatar.large{width:36px;height:36px;border-radius:8px;font-size:14px}
.avatar.small{width:24px;height:24px;border-radius:6px;font-size:10px}
.said{min-width:0}
.who{display:flex;flex-wrap:wrap;align-items:baseline}
.name{font-weight:900}
.app{margin-left:4px;padding:1px 3px;border-radius:2px;background:var(--badge);color:var(--badge-text);font-size:10px;line-height:12px;font-weight:700;align-self:center}
.time{margin-left:8px;color:var(--faint);font-size:12px}
.replies-line{display:flex;align-items:center;gap:12px;padding:0 20px;color:var(--faint);font-size:13px;line-height:18px}
.replies-line::after{content:"";flex:1;border-top:1px solid var(--line)}
.reply-bar{display:flex;flex-wrap:wrap;align-items:center;gap:4px 8px;margin-top:4px;padding:4px 0}
.reply-bar .count{color:var(--link);font-size:13px;line-height:18px;font-weight:700}
.mention{background:var(--mention);color:var(--mention-text);border-radius:3px;padding:0 2px 1px}
.attachment{margin-top:4px}
.barred{position:relative;padding:2px 0 2px 16px;max-width:600px}
.barred::before,.slack blockquote::before{content:"";position:absolute;left:0;top:0;bottom:0;width:4px;border-radius:8px;background:var(--bar,var(--line))}
`;

/** What stands in a block, and in a window of its own. */
export const BLOCKS_CSS = `
.blocks{display:flex;flex-direction:column;gap:8px;min-width:0}
.block{min-width:0}
.block:not(.is-rich_text){max-width:600px}
.slack blockquote{position:relative;margin:4px 0;padding-left:16px}
.slack blockquote:last-child{margin-bottom:0}
.slack pre{margin:4px 0;padding:8px;border:1px solid var(--line);border-radius:4px;background:var(--code-ground);white-space:pre-wrap}
.slack code,.slack pre{font:12px/18px Monaco,Menlo,Consolas,"Liberation Mono","Courier New",monospace}
.slack code{padding:2px 3px 1px;border:1px solid var(--line);border-radius:3px;background:var(--code-ground);color:var(--code)}
.slack ul,.slack ol{margin:0;padding:0 0 0 28px}
.slack ul{list-style:"•"}
.slack ul li{padding-left:12px;margin-left:-14px}
.slack ul.level-1,.slack ol.level-1{margin-left:28px}
.slack ul.level-2,.slack ol.level-2{margin-left:56px}
.slack ul.level-3,.slack ol.level-3{margin-left:84px}
.slack ul.level-4,.slack ol.level-4{margin-left:112px}
.slack ul.level-5,.slack ol.level-5{margin-left:140px}
.slack ul.level-1,.slack ul.level-4{list-style:"◦"}
.slack ol.level-1,.slack ol.level-4{list-style:lower-alpha}
.slack ol.level-2,.slack ol.level-5{list-style:lower-roman}
.slack hr{width:100%;margin:4px 0;border:0;border-top:1px solid var(--line)}
.is-context{display:flex;flex-wrap:wrap;align-items:center;gap:0 4px;color:var(--faint);font-size:13px;line-height:18px}
.is-context>span{min-width:0}
.is-section{display:flex;gap:16px;align-items:flex-start}
.words{flex:1;min-width:0}
.beside{flex:none;max-width:50%}
.fields{display:grid;grid-template-columns:1fr 1fr;gap:4px 16px}
.is-actions,.is-context_actions{display:flex;flex-wrap:wrap;gap:8px}
.is-context_actions{gap:4px}
.button,.select{display:inline-flex;align-items:center;justify-content:center;min-height:28px;max-width:100%;padding:2px 11px;border:1px solid var(--edge);border-radius:4px;background:var(--ground);color:var(--text);font-family:inherit;font-weight:700;font-size:13px;line-height:18px;text-align:center}
.slack a.button{color:var(--text)}
.button.medium{min-height:36px;padding:0 15px;font-size:15px}
.button.primary,.slack a.button.primary{background:#007a5a;border-color:#007a5a;color:#fff}
.button.danger,.slack a.button.danger{background:#e01e5a;border-color:#e01e5a;color:#fff}
.button.square{width:28px;padding:0;color:var(--faint)}
.is-context_actions .button{border-color:transparent;background:none}
.button.bare{border-color:transparent;background:none}
.select{justify-content:space-between;gap:8px;min-width:140px;font-weight:400;text-align:left}
.shown{min-width:0}
.shown.empty,.optional{color:var(--faint)}
.optional{font-weight:400}
.label{margin-bottom:4px;font-weight:700}
.hint{margin-top:4px;color:var(--faint);font-size:13px;line-height:18px}
.is-input .select,.field{width:100%}
.is-input .select,.field{min-height:36px;padding:6px 11px;border:1px solid var(--edge);border-radius:4px;background:var(--ground);color:var(--text);font:inherit}
.field{display:block;resize:none}
.field::placeholder{color:var(--faint);opacity:1}
.choices{display:flex;flex-direction:column;gap:4px}
.choice{display:flex;gap:8px;align-items:flex-start}
.choice input{margin:4px 0;flex:none;accent-color:#007a5a}
.choice .faint{display:block}
.image{display:inline-flex;align-items:center;justify-content:center;flex:none;border-radius:4px;background:var(--badge);color:var(--faint)}
.image.accessory{width:88px;height:88px}
.image.context{width:20px;height:20px}
.image.block{width:360px;max-width:100%;height:auto;aspect-ratio:16/9}
.unknown{padding:8px;border:1px dashed var(--edge);border-radius:4px;color:var(--faint)}
.modal{padding:32px 16px;background:var(--shade)}
.dialog{width:520px;max-width:100%;margin:0 auto;border-radius:12px;background:var(--ground)}
.dialog-title,.dialog-foot{display:flex;align-items:center;gap:12px;padding:20px 28px}
.dialog-title h2{flex:1;min-width:0;font-size:22px;line-height:30px}
.dialog-body{padding:0 28px 8px}
.dialog-body .is-input:not(:last-child){margin-bottom:12px}
.dialog-foot{justify-content:flex-end}
.home-top{padding:12px 20px 0;border-bottom:1px solid var(--line)}
.home-name{display:flex;align-items:center;gap:8px}
.tabs{display:flex;gap:20px;margin-top:8px;color:var(--faint);font-size:13px;font-weight:700}
.tab{padding:4px 0 6px;border-bottom:2px solid transparent}
.tab.open{color:var(--text);border-color:var(--tab)}
.home-body{max-width:640px;margin:0 auto;padding:20px}
@media(max-width:480px){.message{padding:8px 12px}.heading,.replies-line{padding-left:12px;padding-right:12px}.dialog-title,.dialog-foot{padding:16px}.dialog-body{padding:0 16px 8px}.home-body{padding:16px 12px}}
`;
