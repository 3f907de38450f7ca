/**
 * Forms that a suffix stripper cannot bring together, as `base: forms`. Only forms that differ from the
 * base by more than a suffix are listed; the Porter stemmer does the rest.
 */
const FORMS = `
arise: arose arisen; be: am is are was were been being; bear: bore borne; beat: beaten; become: became; begin: began begun;
bind: bound; bite: bit bitten; bleed: bled; blow: blew blown; break: broke broken; breed: bred; bring: brought;
build: built; burn: burnt; buy: bought; catch: caught; choose: chose chosen; cling: clung; come: came; creep: crept;
deal: dealt; dig: dug; do: did done does; draw: drew drawn; drink: drank drunk; drive: drove driven; eat: ate eaten;
fall: fell fallen; feed: fed; feel: felt; fight: fought; find: found; flee: fled; fly: flew flown; forbid: forbade forbidden;
forget: forgot forgotten; forgive: forgave forgiven; freeze: froze frozen; get: got gotten; give: gave given; go: went gone goes;
grow: grew grown; hang: hung; have: has had having; hear: heard; hide: hid hidden; hold: held; keep: kept; know: knew known;
lay: laid; lead: led; lean: leant; leave: left; lend: lent; lie: lay lain lying; light: lit; lose: lost; make: made; mean: meant;
meet: met; pay: paid; prove: proven; ride: rode ridden; ring: rang rung; rise: rose risen; run: ran; say: said; see: saw seen;
seek: sought; sell: sold; send: sent; shake: shook shaken; shine: shone; shoot: shot; show: shown; shrink: shrank shrunk;
sing: sang sung; sink: sank sunk; sit: sat; sleep: slept; slide: slid; speak: spoke spoken; speed: sped; spend: spent;
spin: spun; stand: stood; steal: stole stolen; stick: stuck; sting: stung; strike: struck stricken; strive: strove striven;
swear: swore sworn; sweep: swept; swim: swam swum; swing: swung; take: took taken; teach: taught; tear: tore torn; tell: told;
think: thought; throw: threw thrown; tread: trod; understand: understood; undertake: undertook undertaken; wake: woke woken;
wear: wore worn; weave: wove woven; weep: wept; win: won; withdraw: withdrew withdrawn; withhold: withheld; write: wrote written;
child: children; foot: feet; goose: geese; life: lives; man: men; mouse: mice; person: people persons; tooth: teeth; wife: wives;
woman: women; leaf: leaves; half: halves; crisis: crises; analysis: analyses; medium: media; datum: data; criterion: criteria;
1: one; 2: two; 3: three; 4: four; 5: five; 6: six; 7: seven; 8: eight; 9: nine; 10: ten; 11: eleven; 12: twelve;
spokesperson: spokeswoman spokesman spokespeople; chair: chairman chairwoman chairperson
`;

/** Form to base, both lower case. A Map, because "constructor" is a word too. */
export const IRREGULAR: ReadonlyMap<string, string> = new Map(
  FORMS.split(/[;\n]/).flatMap((entry) => {
    const [base, forms] = entry.split(':').map((part) => part.trim());
    if (!base || !forms) return [];
    return forms.split(' ').map((form): [string, string] => [form, base]);
  }),
);
