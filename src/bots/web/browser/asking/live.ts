/** Says something to whoever hears the page. */
export type Say = (text: string) => void;

/** @returns what speaks: its place has to be in the page before anything is said there */
export function openLive(): Say {
  const live = document.createElement('p');
  live.className = 'unseen';
  live.setAttribute('role', 'status');
  document.body.append(live);
  return (text) => {
    live.textContent = text;
  };
}
