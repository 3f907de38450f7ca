import { termOf } from './terms.ts';

/**
 * Words that people use for one another in questions about news, a group a line. A group also holds
 * opposites that are asked by one another ("does it admit …" is answered by "it denies …"). Kept short and
 * general on purpose: each group must be true of any story, not of one.
 */
const GROUPS = `
accept agree approve
accuse allege blame
admit acknowledge concede confess deny
against reject oppose no
last continue
aim goal purpose plan intend
announce reveal disclose unveil
answer respond response reply reaction react
appeal challenge contest dispute
arrest detain
attorney lawyer counsel
author writer
automobile car vehicle
ban prohibit forbid outlaw
begin start launch
big large huge
boss chief head leader president chair
buy purchase acquire
cancel scrap overturn void invalidate annul
cause lead reason prompt
cheat wrongdoing misconduct
child kid
close shut
company firm business employer corporation
cost price
country nation
crowd audience
death die kill dead fatal
decision ruling rule decide verdict
delay postpone
director head
doctor physician
election vote ballot poll
employ work hire job staff
employee worker staff
end finish conclude
evidence proof
expect likely forecast predict will
favor favour support back yes
fire dismiss sack
fund finance sponsor funder supporter
happen occur
hold occur
hospital clinic
house home
huge overwhelming big
illegal unlawful
increase rise grow
injure hurt wound
install put place
jail prison
judge magistrate
law legislation
mail post postal
make produce
money fund
movie film
near close outside
new second another
notable significant
object objection complain protest
oversee supervise
pandemic covid coronavirus
pay salary wage
percent percentage share proportion
police officer
pressure coerce intimidate
previous last earlier prior before
reduce cut decrease fall drop
report say
request ask
result outcome
say tell claim state testify describe
schedule set
school college
secure safe
shop store
speak talk
spokesperson representative
surveillance watch monitor spy
turnout participate cast
america american u.s
second another again repeat redo
new repeat redo
usual common prominent
victory win
lose loss defeat reject
likely chance odds likelihood prospect shot
victim casualty
war conflict
wide large
`;

/** The terms that each term may stand for. */
export const SYNONYMS: ReadonlyMap<string, readonly string[]> = read();

function read(): Map<string, string[]> {
  const mates = new Map<string, string[]>();
  for (const line of GROUPS.trim().split('\n')) {
    const group = [...new Set(line.split(' ').map(termOf))];
    for (const term of group) {
      mates.set(term, [...(mates.get(term) ?? []), ...group.filter((other) => other !== term)]);
    }
  }
  return mates;
}
