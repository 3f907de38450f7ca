/** Titles that announce photographs. */
const TITLE =
  /^(?:(?:ap |in )?(?:photos|pictures|pics|images|gallery|slideshow|photo (?:gallery|essay)|picture gallery)\s*[:|–—-]\s*\S|(?:our )?(?:top|best|favou?rite|striking|more|latest|these|amazing|\d+) (?:\w+ ){0,2}(?:pics|photos|photographs|pictures|images)\b|(?:photos|photographs|pictures|images|pics|scenes) (?:from|of|show)\b|the (?:week|day|month|year|weekend) in (?:pictures|photos|images)|(?:view|see|browse) (?:the |all |more |full |\d+ )*(?:gallery|photos|pictures|images|slideshow)|(?:ap photos|in pictures|in photos|in images|photo gallery|picture gallery|gallery|slideshow|photos|images)$|.{3,80}\b(?:in (?:photos|pictures|images)|[-–—:|] (?:photos|pictures|in pictures|gallery|slideshow))$)/i;

/**
 * @param text a whole paragraph
 * @returns whether it names itself the title of photographs
 */
export function isGalleryTitle(text: string): boolean {
  return isTitle(text) && TITLE.test(text);
}

/**
 * @param text a whole paragraph
 * @returns whether it has the form of a title: short, begun with a capital, no full stop at its end
 */
export function isTitle(text: string): boolean {
  return (
    text.length <= 110 &&
    /^[\p{Lu}\p{N}“"‘']/u.test(text) &&
    !/[.!:;,][”"’')]*$/.test(text) &&
    /\s/.test(text)
  );
}
