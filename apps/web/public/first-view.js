// Shows a new visitor the page as it will be, before the code is there that makes it: see src/first-view.tsx. Nothing
// of it can be used, and what the code renders takes its place in the same frame. The code begins once it was painted.
{
  const { code } = document.currentScript.dataset;
  const begin = () => {
    const script = document.createElement('script');
    script.type = 'module';
    script.crossOrigin = 'anonymous';
    script.src = code;
    document.head.append(script);
  };
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
  // Nothing is painted of a page that is not looked at.
  if (isWhatComes && !document.hidden) requestAnimationFrame(() => setTimeout(begin));
  else begin();
}
