import { counted } from '../../../../counted-words.ts';
import { type Html, html, theirs } from '../../../../html.ts';
import type { ExplainedQuestion, Explanation } from '../../../../knowledge/index.ts';
import { KINDS, REASONS } from '../../../../why-words.ts';
import { candidateHtml, highestOf } from './candidate.ts';
import { sharesText, signed } from './numbers.ts';

type Words = Explanation['words'];

/** What counts as a word in the library, of each word. */
const MATCHES = 4;
const LEANS = { question: 'what was said before it or beside it', topic: 'the names of the story' } as const;

/**
 * @param explained why a question was answered as it was
 * @param words what each name of a contribution says
 * @param number of the question among several of one message, from 1; `null` where there is one
 * @returns what was understood, the candidates, and why the first won
 */
export function explainedHtml(explained: ExplainedQuestion, words: Words, number: number | null): Html {
  const { question, reason, confidence, judged, candidates } = explained;
  const came =
    reason === null
      ? html`answered, with a confidence of ${sharesText(confidence)}`
      : html`${REASONS[reason]}`;
  const which = number === null ? html`` : html`<h2 class="which">${number}. ${theirs(question)}</h2>`;
  const highest = highestOf(candidates);
  const list =
    candidates.length === 0
      ? html``
      : html`<section><h2>Candidates</h2>
<p class="small">The best ${candidates.length} of ${counted(judged, 'sentence', 'sentences')} that ${judged === 1 ? 'was' : 'were'} judged, by score: the higher the better, and comparable within one question only.</p>
${wonHtml(explained, words)}
<ol class="candidates">${candidates.map((each) => candidateHtml(each, words, highest))}</ol></section>`;
  return html`${which}<p class="outcome"><b>Outcome:</b> ${came}.</p>
${readHtml(explained)}${list}`;
}

function readHtml({ read }: ExplainedQuestion): Html {
  if (read === null) return html``;
  const line = (name: string, ...texts: readonly string[]) =>
    texts.length === 0 ? html`` : html`<div><dt>${name}</dt><dd>${theirs(texts.join(', '))}</dd></div>`;
  const rows = read.terms.map(({ word, weight, matches, own }) => {
    const found = matches.slice(0, MATCHES).map((match) => match.word);
    const rest = matches.length - found.length;
    const more = rest > 0 ? ` and ${counted(rest, 'other', 'others')}` : '';
    const from =
      own || read.leansOn === null ? html`` : html` <span class="small">from ${LEANS[read.leansOn]}</span>`;
    return html`<tr><th scope="row">${theirs(word)}${from}</th><td class="number">${weight.toFixed(2)}</td><td>${found.length === 0 ? html`<span class="missing">nothing</span>` : html`${theirs(found.join(', '))}${more}`}</td></tr>`;
  });
  return html`<section class="understood"><h2>Understood</h2>
<dl class="details">${line('As', read.text)}${line('Asks for', `${KINDS[read.kind]}${read.future ? ', of what is to come' : ''}`)}${line('Names', ...read.names)}${line('Counted', ...read.counted)}${line('Said by', ...read.speaker)}${line('About', ...read.topic)}${read.leansOn === null ? html`` : line('Leans on', LEANS[read.leansOn])}${read.person === null ? html`` : line('He or she', read.person)}${read.byNetwork ? line('Meaning', 'compared by the network') : html``}</dl>
${rows.length === 0 ? html`` : html`<table class="terms"><thead><tr><th scope="col">Word</th><th scope="col" class="number">Weight</th><th scope="col">Counts as it in the library</th></tr></thead><tbody>${rows}</tbody></table>`}</section>`;
}

function wonHtml({ won, candidates }: ExplainedQuestion, words: Words): Html {
  const [best, next] = candidates;
  if (best === undefined || next === undefined || won.length === 0) return html``;
  const rows = won.map(
    ({ name, first, second, difference }) =>
      html`<tr><th scope="row">${words[name] ?? name}</th><td class="number">${signed(difference)}</td><td class="number">${signed(first)}</td><td class="number">${signed(second)}</td></tr>`,
  );
  const answer = candidates.findIndex(({ shown }) => shown === 'answer');
  const later =
    answer > 0
      ? html`<p class="notice">Number ${answer + 1} is the answer: what is ahead of it lacks what was asked for.</p>`
      : html``;
  return html`<div class="won"><h3>Why 1 is ahead of 2, by ${(best.score - next.score).toFixed(1)}</h3>
<table class="terms"><thead><tr><th scope="col">What they differ in most</th><th scope="col" class="number">By</th><th scope="col" class="number">Of 1</th><th scope="col" class="number">Of 2</th></tr></thead><tbody>${rows}</tbody></table>${later}</div>`;
}
