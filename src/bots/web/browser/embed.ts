import { hostElement } from './embed/host.ts';
import { place, scriptTags } from './embed/place.ts';
import { startWidget } from './embed/widget.ts';

for (const tag of scriptTags()) {
  const { story, theme } = tag.dataset;
  const { host, box } = hostElement(theme === 'light' || theme === 'dark' ? theme : 'auto');
  startWidget(box, { origin: new URL(tag.src).origin, story: story?.trim() || null, script: tag.src });
  place(tag, host);
}
