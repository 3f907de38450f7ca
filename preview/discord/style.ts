/**
 * Sizes as they are measured in Discord's client: letters of 16 px on lines of 22 and of 14 in a container, small
 * ones of 13, a picture of 40 px in a column of 72, buttons of 32. gg sans, Discord's typeface, is not free; Lato stands for it.
 */
const FACE = 'Lato,"Noto Sans","Helvetica Neue",Arial,"Liberation Sans",sans-serif';

/** The window, and what is typed in it. */
export const WINDOW_CSS = `
.discord{background:var(--ground);color:var(--text);font:400 16px/22px ${FACE};border:1px solid var(--line);border-radius:8px;overflow-wrap:anywhere}
.discord a{color:var(--link);text-decoration:none}
.discord a:hover{text-decoration:underline}
.discord strong{font-weight:700}
.icon{width:20px;height:20px;flex:none;fill:none;stroke:currentColor;stroke-width:1.6;stroke-linecap:round;stroke-linejoin:round}
.faint{color:var(--faint)}
.heading{display:flex;align-items:center;gap:8px;min-height:48px;padding:8px 16px;border-bottom:1px solid var(--line);color:var(--faint)}
.discord .title{margin:0;color:var(--strong);font-weight:700;font-size:16px;line-height:20px}
.avatar{display:inline-flex;align-items:center;justify-content:center;flex:none;border-radius:50%;color:#fff;font-weight:700}
.avatar.large{width:40px;height:40px;font-size:15px}
.avatar.small{width:20px;height:20px;font-size:9px;line-height:1}
.composer{padding:16px}
.offered{margin-bottom:8px;padding:8px;border:1px solid var(--card-line);border-radius:8px;background:var(--popup)}
.offered-title{display:flex;flex-wrap:wrap;gap:0 8px;padding:4px 8px 10px;margin-bottom:6px;border-bottom:1px solid var(--card-line);font-size:14px;line-height:18px}
.option-name{font-weight:700;color:var(--strong)}
.offer{padding:8px;border-radius:4px;font-size:15px;line-height:20px;color:var(--text)}
.offer.chosen{background:var(--pointed);color:var(--strong)}
.field{display:flex;flex-wrap:wrap;align-items:center;gap:6px 8px;min-height:56px;padding:10px 16px;border:1px solid var(--card-line);border-radius:8px;background:var(--field)}
.field .avatar.small{width:24px;height:24px;font-size:11px}
.field-command{font-weight:700;color:var(--strong)}
.filled{display:inline-flex;min-width:0;border-radius:4px;background:var(--filled)}
.filled-name{padding:3px 6px;border-radius:4px 0 0 4px;background:var(--pointed);color:var(--strong)}
.filled-value{min-width:0;padding:3px 8px 3px 6px;color:var(--text)}
.caret{display:inline-block;width:1px;height:18px;margin-left:1px;vertical-align:-3px;background:var(--strong)}
.others{color:var(--faint);font-size:14px}
.field-end{margin-left:auto;color:var(--faint);line-height:0}
.menus{display:flex;flex-wrap:wrap;align-items:flex-end;gap:6px;padding:0 16px 20px 72px}
.menu{width:212px;max-width:100%;padding:8px;border:1px solid var(--card-line);border-radius:8px;background:var(--popup);font-size:14px;line-height:18px}
.menu.beside{width:252px}
.menu-group:not(:last-child){padding-bottom:5px;margin-bottom:5px;border-bottom:1px solid var(--card-line)}
.menu-item{display:flex;align-items:center;justify-content:space-between;gap:8px;min-height:32px;padding:6px 8px;border-radius:4px;font-weight:400}
.menu-item .icon{width:18px;height:18px}
.leads-on .icon{width:14px;height:14px;transform:rotate(-90deg)}
.pointed{background:var(--pointed);color:var(--strong)}
@media(max-width:480px){.menus{padding-left:16px}}
`;

/** A message, and its Markdown. */
export const MESSAGE_CSS = `
.messages{padding:8px 0 20px}
.message{display:grid;grid-template-columns:40px minmax(0,1fr);column-gap:16px;padding:2px 46px 2px 16px;margin-top:14px}
.message.ephemeral{background:var(--soft);padding-top:6px;padding-bottom:6px}
.message>.avatar{margin-top:2px}
.said{min-width:0}
.who{display:flex;flex-wrap:wrap;align-items:center;line-height:22px}
.name{font-weight:700;color:var(--strong)}
.app{margin-left:5px;padding:1px 5px;border-radius:4px;background:#5865f2;color:#fff;font-size:11px;line-height:14px;font-weight:700}
.time{margin-left:8px;color:var(--faint);font-size:12px}
.above{grid-column:1/-1;position:relative;display:flex;align-items:center;gap:4px;min-width:0;padding-left:56px;margin-bottom:4px;color:var(--faint);font-size:14px;line-height:18px}
.above::before{content:"";position:absolute;left:19px;top:8px;width:33px;height:13px;border-left:2px solid var(--spine);border-top:2px solid var(--spine);border-top-left-radius:6px}
.above .avatar.small{width:16px;height:16px;font-size:8px}
.above .app{margin-left:0;padding:0 4px;font-size:10px}
.small-name{flex:none;font-weight:700;color:var(--text)}
.command{color:var(--link);font-weight:700}
.preview{min-width:0;overflow:hidden;white-space:nowrap;text-overflow:ellipsis}
.preview *{display:inline}
.only-you{display:flex;align-items:center;gap:4px;margin-top:6px;color:var(--faint);font-size:13px;line-height:18px}
.only-you .icon{width:16px;height:16px}
.mention{padding:0 2px;border-radius:3px;background:var(--mention);color:var(--mention-text);font-weight:400}
time{padding:0 2px;border-radius:3px;background:var(--moment)}
.spoiler{border-radius:4px;background:var(--moment)}
.discord small{display:block;color:var(--faint);font-size:13px;line-height:18px}
.discord blockquote{position:relative;margin:0;padding:0 8px 0 16px}
.discord blockquote::before{content:"";position:absolute;left:0;top:0;bottom:0;width:4px;border-radius:4px;background:var(--bar)}
.discord blockquote+blockquote{margin-top:4px}
.discord h1,.discord h2,.discord h3{margin:8px 0 4px;color:var(--strong);font-weight:700;font-size:1.5em;line-height:1.25}
.discord .text h2{font-size:1.25em}
.discord .text h3{font-size:1em}
.discord ul,.discord ol{margin:4px 0 0;padding:0 0 0 24px}
.discord ul{list-style:disc}
.discord li{margin-bottom:4px}
.discord li.level-1{margin-left:20px;list-style:circle}
.discord li.level-2,.discord li.level-3{margin-left:40px;list-style:square}
.discord pre{margin:6px 0 0;padding:8px;border:1px solid var(--code-line);border-radius:4px;background:var(--code);white-space:pre-wrap}
.discord code{padding:1px 3px;border:1px solid var(--code-line);border-radius:4px;background:var(--code);font:14px/18px Consolas,Menlo,"Liberation Mono","Courier New",monospace}
.discord pre code{padding:0;border:0;background:none}
@media(max-width:480px){.message{padding-right:16px}}
`;

/** What a message of components is made of. */
export const COMPONENTS_CSS = `
.components{display:flex;flex-direction:column;gap:8px;min-width:0}
.said>.components{margin-top:4px}
.container{position:relative;max-width:600px;padding:16px;border:1px solid var(--card-line);border-radius:8px;background:var(--card);overflow:hidden}
.container.accented{padding-left:19px}
.container.accented::before{content:"";position:absolute;left:0;top:0;bottom:0;width:4px;background:var(--accent)}
.container .text{font-size:14px;line-height:19px}
.container .text small:not(:first-child){margin-top:4px}
.row{display:flex;flex-wrap:wrap;gap:8px}
.button{display:inline-flex;align-items:center;justify-content:center;gap:8px;min-height:32px;min-width:60px;max-width:100%;padding:3px 11px;border:1px solid transparent;border-radius:8px;font-family:inherit;font-weight:700;font-size:14px;line-height:18px;text-align:center;color:#fff}
.button.secondary,.discord a.button.secondary{background:var(--secondary);border-color:var(--secondary-line);color:var(--secondary-text)}
.button.primary{background:#5865f2}
.button.success{background:#248046}
.button.danger{background:#d22d39}
.button .icon{width:16px;height:16px}
.button:disabled,.select:disabled,.button[aria-disabled]{opacity:.5}
.select{display:flex;align-items:center;justify-content:space-between;gap:8px;width:400px;max-width:100%;min-height:44px;padding:8px 12px;border:1px solid var(--secondary-line);border-radius:8px;background:var(--field);color:var(--text);font:inherit;text-align:left}
.shown{min-width:0}
.shown.empty{color:var(--faint)}
.section{display:flex;gap:16px;align-items:flex-start}
.words{flex:1;min-width:0}
.separator{height:0}
.separator.wide{margin:8px 0}
.separator.line{border-top:1px solid var(--card-line)}
.gallery{display:flex;flex-wrap:wrap;gap:4px}
.picture{display:inline-flex;align-items:center;justify-content:center;flex:none;border-radius:8px;background:var(--moment);color:var(--faint)}
.picture.thumbnail{width:85px;height:85px}
.picture.media{width:100%;aspect-ratio:16/9}
.file{padding:12px;border:1px solid var(--card-line);border-radius:8px;background:var(--code)}
.unknown{padding:8px;border:1px dashed var(--card-line);border-radius:4px;color:var(--faint)}
`;
