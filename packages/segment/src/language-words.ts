/** Word lists for the sentence rules. All are closed classes: short, and complete enough from any grammar. */
interface WordLists {
  /**
   * Words that begin sentences and hardly ever follow an abbreviation, an initial or an ordinal within one: articles,
   * pronouns, prepositions, conjunctions and common adverbs, as written at the beginning.
   */
  readonly starters: string;
  /** Abbreviations that CLDR lacks, by kind: titles, what introduces examples and references, legal forms. */
  readonly open: string;
  readonly mayEnd: string;
  readonly numbered: string;
}

const byLanguage: Record<string, WordLists> = {
  de: {
    starters: `Der Die Das Den Dem Des Ein Eine Einen Einem Einer Eines Ich Du Er Sie Es Wir Ihr Man Dies Diese Dieser
      Dieses Diesen Diesem Jede Jeder Jedes Und Aber Doch Denn Oder Sondern Auch Als Wenn Weil Da Dass Daß Obwohl Während Um Ob
      Dann Danach Dort Hier So Nach Bei Beim Im In Ins Am An Auf Aus Mit Von Vom Vor Zu Zum Zur Für Durch Gegen Ohne Seit Über
      Unter Zwischen Wegen Trotz Bis Jetzt Nun Nur Noch Schon Sehr Was Wer Wie Wo Warum Welche Mein Meine Sein Seine Seiner Ihre
      Ihrer Unser Unsere Alle Alles Viele Einige Kein Keine Nicht Nichts Allerdings Jedoch Dabei Dazu Damit Daher Darum Deshalb
      Deswegen Außerdem Zudem Später Heute Gestern Leider Vielleicht Trotzdem Insgesamt Zunächst Ebenso Somit Siehe Vgl Vergleiche`,
    open: `Hr Hrn Fr Frl Frhr Mag Mgr z.B z.Bsp d.h i.d.R i.S i.S.d i.S.v v.a u.U m.E o.g s.a vgl Vgl bzw ca sog ggf evtl bspw max mind
      insb insbes gem lt zzgl inkl exkl einschl zw`,
    mayEnd: `usw usf u.a u.ä o.ä e.V i.A i.V Jh Jhd Jhdt Aufl Hg Verl Mio Tsd Tel lat griech engl dt ital span russ poln
      tschech ungar arab hebr jap türk schwed norw dän niederl bayr amerik brit stellv Vors allg bes urspr jährl monatl Abk Bez Dipl ebd ders evang frz franz gegr kaufm luth Nachf
      prot staatl städt techn vorm wiss Wwe zit eidg bayer preuß jüd isl amer ukrain verst Ltn Oblt Uffz Maj Univ Inst Präs nördl südl
      östl westl mittl unt hist geogr biol chem math phys med jur phil theol rer nat habil emer Forts`,
    numbered: 'Nr Nrn Abs Art Kap Bd Abb Tab Ziff Anm Rn Pkt Abschn Kto',
  },
  en: {
    starters: `The A An This That These Those It He She They We You I His Her Their Our My Your Its There Here Some Many Most
      All Each Every Both One No Not When While If As But And Or So Yet Then Thus After Before Since Until Because In On At For
      From With Without To By Under Over During Between Through What Who How Why Where Which Whether However Also Although Though
      Only Even Now Today Later Still Once Another Such`,
    open: `Messrs Gen Col Lt Capt Maj Sgt Cpl Cmdr Adm Gov Sen Rep Rev Hon Pres Pvt Supt Msgr Mt Ft e.g i.e E.g I.e viz approx ca`,
    mayEnd: `Ph.D M.D Ave Blvd Rd Dept Univ Assn Assoc Asst Est ed eds U.S U.K dept Hwy Intl Natl Govt Mme Mlle Esq Det Insp Amb Dist Div trans op cit
      ibid resp incl Ala Ariz Ark Calif Colo Conn Del Fla Kan Ky Md Mich Minn Mont Neb Nev Okla Penn Tenn Tex Vt Wis Wyo`,
    numbered:
      'No Nos no nos Fig Figs fig figs Eq Eqs Sec sec Ch ch Vol vol Vols vols p pp Art art Tab Pt par para',
  },
  es: {
    starters: `El La Los Las Lo Un Una Unos Unas Uno Este Esta Esto Estos Estas Éste Ésta Ese Esa Eso Aquel Aquella Su Sus Mi
      Mis Tu Nuestro Nuestra Es Son Fue Era Ha Hay En De Del Con Por Para A Al Y E Pero O Si Sí No Ni Se Que Qué Quien Como Cómo
      Cuando Donde Después Antes Luego Desde Hasta Sobre Entre Tras Sin Según Durante Él Ella Ellos Ellas Yo Nosotros Nos Me Le
      Les Todo Todos Todas Algunos Algunas Muchos Muchas Otro Otra También Además Aunque Así Ahora Hoy Entonces Más Muy Sin`,
    open: `Sr Sra Srta Sres Srs Dra Drs Dña Profa Lic Ing Arq Gral Gen Cnel Tte Sgto Mons Rvdo Sto Sta Ud Uds Vd Vds p.ej P.ej p.e
      aprox`,
    mayEnd:
      'EE.UU Cía Av Avda Hnos Pza Ctra Dpto Depto coord comp hab Pbro Mtro Mtra Pdte Gob Dip Sen Cmdte Min máx mín',
    numbered: 'No Nº art arts Art núm núms Núm nº p pp pág págs vol vols cap fig figs tel',
  },
  fr: {
    starters: `Le La Les L' Un Une Des Ce Cet Cette Ces C' Cela Ça Il Elle Ils Elles On Je J' Nous Vous Tu Qu' D' N' S' M' T' Son
      Sa Ses Leur Leurs Notre Nos Votre Vos Mon Ma Mes Et Mais Ou Donc Or Ni Car En Dans Sur Sous Pour Par Avec Sans Chez Vers
      Entre À A Au Aux De Du Dès Depuis Pendant Durant Selon Après Avant Puis Ensuite Enfin Alors Ainsi Aussi Comme Quand
      Lorsque Si Ne Pas Qui Que Quoi Où Comment Pourquoi Tout Toute Tous Toutes Plusieurs Certains Chaque Aucun Très Plus
      Cependant Toutefois Malgré Grâce Aujourd' Ici Là`,
    open: 'M MM Mme Mmes Mlle Mlles Pr Me Mgr Ste env p.ex c.-à-d',
    mayEnd:
      'Cie bd boul J.-C apr ap av ed éd op cit trad adj coll réf Gal Gén Amir Adj Cdt Vve Ets Sté Dépt Av Imp rte ibid loc suiv hab ex',
    numbered: 'art Art p pp n no nos vol vols fig chap t ch tél',
  },
  it: {
    starters: `Il Lo La I Gli Le L' Un Uno Una Un' Questo Questa Questi Queste Quello Quella Quelli Ciò È E Ed Ma O Oppure Non Né
      Si Ci Vi Se Che Chi Cosa Come Quando Dove Perché Mentre Anche Ancora Già Dopo Prima Poi Quindi Infine Inoltre Tuttavia Però
      Per In Nel Nella Nei Nelle Nell' Con Su Sul Sulla Da Dal Dalla Dall' Di Del Della Dei Delle Dell' A Ad Al Alla Ai Alle All'
      Tra Fra Senza Lui Lei Noi Loro Io Suo Sua Suoi Mio Tutto Tutti Tutte Ogni Alcuni Molti Altri Così Secondo Durante`,
    open: `Sig Sigg Sig.ra Sig.na Dott Dott.ssa dott dott.ssa Prof.ssa prof Avv Arch Geom Rag Mons Gen Col Ten Cav Comm Ss SS cfr Cfr
      p.es P.es On Sen sen Magg Serg Amm Pres es`,
    mayEnd: 'ecc Soc soc ca ed trad Uff Min',
    numbered: 'art artt Art Artt n nn N p pp pag pagg cap capp vol voll lett par fig figg tab tav tel sez',
  },
};

/** Undefined for a language without rules of its own. */
export function wordListsOf(language: string): WordLists | undefined {
  return Object.hasOwn(byLanguage, language) ? byLanguage[language] : undefined;
}

export function startersOf(language: string): ReadonlySet<string> {
  return new Set(words(wordListsOf(language)?.starters));
}

export function words(list = ''): string[] {
  return list.split(/\s+/).filter((word) => word !== '');
}
