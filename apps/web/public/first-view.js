// Shows a new visitor the page as it will be, before the code is there that makes it: see src/first-view.tsx. Nothing
// of it can be used, and what the code renders takes its place in the same frame.
{
  const { language, preferences } = window.firstPaint;
  const template = document.querySelector(`template[data-language="${language}"]`);
  const view = document.createElement('div');
  view.inert = true;
  view.ariaHidden = 'true';
  if (template !== null) view.append(template.content.cloneNode(true));
  // It cannot be seen, and a file that was put into it would be lost.
  view.querySelector('input[type="file"]')?.remove();
  const [from, into] = view.querySelectorAll('select');
  const isWhatComes =
    !location.hash.startsWith('#/t/') &&
    (preferences.sourceLang ?? from?.value) === from?.value &&
    (preferences.targetLang ?? into?.value) === into?.value;
  if (isWhatComes) document.getElementById('root').append(view);
}
