/**
 * German words that are written small inside a sentence: function words and the commoner verbs, adjectives and
 * adverbs. Any other word may be taken for a noun. Counted in the German sides of public parallel texts
 * (Tatoeba, CC BY 2.0 FR, and permissively licensed software documentation): at least 10 times, at least four
 * times as often small as capitalised.
 */
export const germanLowercaseWords: ReadonlySet<string> = new Set(
  `
ab abbiegen abbricht abdecken abdeckt abends aber abfahren abfangen abfragt abgeben abgebrochen
abgedeckt abgefahren abgefangen abgefragt abgeführt abgegeben abgeglichen abgehalten abgehoben abgeholt
abgekürzt abgelaufen abgelaufene abgelegt abgelehnt abgeleitet abgeleitete abgeleiteten abgelöst
abgelöste abgemeldet abgenommen abgeraten abgerechnet abgerechnete abgereist abgerissen abgerufen
abgerufenen abgesagt abgeschafft abgeschaltet abgeschickt abgeschlossen abgeschlossene abgeschlossenen
abgeschnitten abgeschrieben abgesehen abgespielt abgestimmt abgestürzt abgewickelt abgezogen abhalten
abholen abhängen abhängig abhängige abhängigen abhängt ablegen ablehnen ablehnt abläuft abnehmen
abonnieren abonniert abonnierten abrechnungsfähige abreisen abruft absagen abschließend abschließende
abschließenden abschließt abschreiben absichtlich absolut absolute absoluten absoluter abspielen
absteigend absteigender abstellen abstrakt abstrakte abstrakten abstrakter abstreiten abwarten
abwechselnd abweichen abweicht abwesend abwählen abwärtskompatibel abzielen abzubilden abzubrechen
abzudecken abzufragen abzugeben abzugleichen abzuhalten abzuheben abzuholen abzulegen abzulehnen
abzuleiten abzunehmen abzurufen abzuschicken abzuschließen abzuspielen abzustimmen abzüglich acht achten
achtzehn achtzig addiert administrativen adoptiert adressiert aggregierte aggregierten aggressiv agieren
agiert aktiv aktive aktiven aktiver aktiviert aktivierte aktiviertem aktivierten aktivierter
aktualisiert aktualisierte aktualisierten aktualisierter aktuell aktuelle aktuellen aktuelles aktuellste
aktuellsten akzeptabel akzeptiere akzeptieren akzeptiert akzeptierten all alle allein alleine allem
allen aller allerdings allererstes allergisch alles allgemeine allgemeineren allmählich allzu
alphabetisch alphabetischer alphanumerische alphanumerischen als also alt alte alten altes am
amerikanische amerikanischen amerikanischer amüsieren amüsiert an analoge analogen analoges analysiert
analysierten anbieten anbietet andauernd andere anderem anderen anderer andererseits anderes andermal
andern andernfalls anders anderweitig anerkannt anfallen anfangen anfassen anfertigen anfing anfordert
anfällig anfänglich anfängliche anfänglichen angebaut angeben angebotenen angebracht angefahren
angefallen angefallenen angefangen angefasst angefordert angeforderte angeforderten angefügt angegeben
angegebene angegebenem angegebenen angegebener angegebenes angegriffen angehalten angeheftet angehen
angeht angehängt angehängte angehängten angehören angehört angeklagt angekommen angekündigt angelegt
angelogen angemeldet angemeldete angemeldeten angemessen angemessene angenehm angenehme angenehmen
angenommen angeordnet angepasst angepasste angepassten angerufen angeschaut angeschlossen angeschlossene
angeschlossenen angeschossen angeschrien angesehen angesprochen angestellt angestrengt angetan angewandt
angewendet angewendeten angewiesen angezeigt angezeigte angezeigten angezogen angibst angibt angreifen
anhand anhören ankam anklicken ankomme ankommen ankommt anlügen anmeldet annehmen annimmt annotieren
annullieren anonym anonyme anonymen anonymer anordnen anpassbare anpasst anprobieren anrief anrufen
anruft ans anschaffen anschauen anscheinend anschließen anschließend anschließende anschließenden
ansehen ansieht ansonsten ansprechen anstatt ansteckend anstelle anstellen anstrengen antun antworte
antwortest antwortet antwortete anvertrauen anweisen anweist anwendbar anwendbare anwendbaren anwenden
anwendet anwendungsspezifische anwesend anzeigen anzeigt anzubieten anzufangen anzufordern anzufügen
anzugeben anzugreifen anzuhalten anzuhängen anzulegen anzumelden anzunehmen anzuordnen anzupassen
anzurufen anzuschauen anzuschließen anzusehen anzusprechen anzustellen anzuweisen anzuwenden anzuzeigen
anzuzeigenden anzuziehen arbeite arbeitest arbeitet arbeitete arbeiteten arbeitslos archivieren
archiviert archivierten arg arithmetische arithmetischen arrogant assoziative assoziativen assoziatives
assoziiert assoziierte assoziierten asynchron asynchrone asynchronem asynchronen asynchroner atmete
attraktiv auch auf aufbauen aufbaut aufbewahren aufbewahrt aufbleiben aufbrechen aufeinander auffordern
auffordert aufführt aufgabenbasierte aufgebaut aufgeben aufgebracht aufgebraucht aufgefallen
aufgefordert aufgeführt aufgeführte aufgeführten aufgefüllt aufgegangen aufgegeben aufgegessen
aufgehalten aufgehen aufgehoben aufgehört aufgelistet aufgelistete aufgelisteten aufgelöst aufgelöste
aufgenommen aufgenommenen aufgepasst aufgeregt aufgerufen aufgerufenen aufgeräumt aufgeschlossen
aufgeschlüsselt aufgestanden aufgestellt aufgetaucht aufgeteilt aufgetragen aufgetreten aufgetretenen
aufgewachsen aufgewacht aufgewendet aufgezeichnet aufgezeichneten aufgezogen aufgrund aufhalten aufhören
aufhörst aufhört aufklappen aufkommen auflistet aufmachen aufmerksam aufnehmen aufnimmt aufpassen
aufrecht aufrechterhalten aufrechtzuerhalten aufregend aufrichtig aufrufende aufrufenden aufrufst
aufruft aufs aufschlagen aufschlüsseln aufstehen aufsteigend aufsteigender aufsuchen auftauchen
aufteilen auftrat auftreten auftretende auftretenden auftritt aufwachte aufweisen aufweist aufzubauen
aufzubewahren aufzubrechen aufzufordern aufzuführen aufzufüllen aufzugeben aufzuhalten aufzuheben
aufzuhören aufzulisten aufzulösen aufzunehmen aufzupassen aufzurufen aufzuräumen aufzusetzen aufzustehen
aufzuteilen aufzuwecken aufzuzeichnen augenblicklich aus ausdr ausdrucken ausdrücklich auseinander
ausfallen ausfindig ausführbar ausführbare ausführbaren ausführbares ausführenden ausführlich
ausführliche ausführlichen ausführlicher ausführlichere ausführst ausführt ausfüllen ausfüllt ausgeben
ausgeblendet ausgeblendeten ausgebrochen ausgecheckt ausgedacht ausgedrückt ausgeführt ausgeführte
ausgeführten ausgefüllt ausgegangen ausgegeben ausgegebene ausgegebenen ausgeglichen ausgeglichenen
ausgegraut ausgehandelt ausgehen ausgehend ausgehende ausgehenden ausgeht ausgelacht ausgelassen
ausgelegt ausgelesen ausgeliefert ausgeliehen ausgelöst ausgelöste ausgelösten ausgemacht ausgenommen
ausgenutzt ausgeraubt ausgerichtet ausgerichtete ausgerutscht ausgeschaltet ausgeschlossen ausgesetzt
ausgesprochen ausgestattet ausgestellt ausgesucht ausgetauscht ausgewertet ausgewerteten ausgewiesen
ausgewählt ausgewählte ausgewählten ausgewählter ausgezeichnet ausgezeichnete ausgezogen ausgibt
ausgiebig ausgleichen aushalten auskommen auskommentiert auslaufen ausleihen ausleihenden ausländische
auslöst ausmachen ausmacht ausprobieren ausprobiert ausreichen ausreichend ausreichende ausreichenden
ausreicht ausrichten ausruhen aussagekräftige aussagekräftigen aussah ausschalten ausschaltet
ausschließlich aussieht aussprechen ausstehen ausstehende ausstehenden ausstehender aussteht aussteigen
ausstellende ausstellenden aussuchen austauschbar austauschen ausverkauft auswendig auswertet auswirken
auswirkt auswählen auswählt auswärts ausziehen auszublenden auszudrücken auszuführen auszuführende
auszuführenden auszufüllen auszugeben auszugehen auszugleichen auszukommen auszulesen auszulösen
auszunutzen auszuprobieren auszuschalten auszuschließen auszusetzen auszutauschen auszuwerten
auszuwählen authentifiziert authentifizierte authentifizierten automatisch automatische automatischen
automatischer automatisiert automatisierte automatisierten autorisiert autorisierte autorisierten
autorisierter außen außer außerdem außergewöhnlich außerhalb außerordentlich aß aßen backen backt bade
badet bald barfuß basieren basierend basierende basierenden basierendes basiert basierte basierten
basierter basiertes bat baten bauen baust baut baute beabsichtige beabsichtigen beabsichtigt
beabsichtigte beabsichtigten beachten beachtet beachtete beanspruchen beansprucht beantragen beantworten
beantwortet beantwortete bearbeitbar bearbeitbare bearbeitbaren bearbeitet bearbeitete bearbeiteten
bedanken bedauere bedauerlich bedauert bedaure bedeckt bedeuten bedeutende bedeutet bedeutete bedienen
bedient bedingt bedingte bedingtem bedingten bedroht beeilen beeilte beeindrucken beeindruckend
beeindruckt beeinflussen beeinflusst beeinträchtigen beeinträchtigt beendet beendete beendeten befahl
befand befanden befassen befasst befinde befinden befindet befindliche befindlichen befohlen befolgen
befolgt befragen befreundet befunden befördert befürchte begab begabt begangen begann begannen begeben
begegnen begegnet begehen begeistert beging beginnen beginnend beginnt begleichen begleiten begleitet
begleitete beglichen begonnen begraben begreifen begrenzen begrenzt begrenzte begrenzten begründen
begrüßen begrüßt begrüßte behalte behalten behandeln behandelt behandelte behandelten beharrlich
behaupten behauptet behauptete beheben behebt beherrschen beherrscht behielt behilflich behoben behutsam
behält bei beibehalten beibringen beide beidem beiden beider beides beieinander beigebracht beigefügt
beigetragen beigetreten beim beinahe beinhalten beinhaltet beiseite beispielsweise beitragen beitreten
beiträgt beizubehalten beizubringen beizutragen beizutreten beißen beißt bekam bekannt bekannte
bekannten bekannter bekanntes beklagen beklagt beklagte bekomme bekommen bekommst bekommt bekämpfen
belassen belasten belastet belegt belegten beleidigen beleidigt beliebig beliebige beliebigen beliebiger
beliebiges beliebt beliebte beliebten beliebter beliebtes beliebteste beliebtesten bellen bellt belogen
belohnt belästigen belügen bemerken bemerkt bemerkte bemühen bemüht benachbarten benachrichtigen
benachrichtigt benahm benannt benannte benannten benannter benanntes beneide benennen benimmt benommen
benutze benutzen benutzerdefinierte benutzerdefiniertem benutzerdefinierten benutzerdefinierter
benutzerdefiniertes benutzerfreundliche benutzerfreundlichen benutzerspezifische benutzt benutzte
benutzten benötige benötigen benötigst benötigt benötigte benötigten beobachten beobachtet beobachtete
beobachteten bequem bequeme bequemer beraten berechnen berechnet berechnete berechneten berechtigt
berechtigte bereichsbezogene bereichsbezogenen bereinigen bereinigt bereit bereite bereiten bereitet
bereitete bereitgestellt bereitgestellte bereitgestellten bereitgestellter bereits bereitsteht
bereitstellt bereitzustellen bereue bereuen bereut berichtet beruhen beruhigen beruhigt beruht
berücksichtigen berücksichtigt berühmt berühmte berühmten berühmter berühren berührt berührte besagt
besaß beschafft bescheiden bescheuert beschleunigen beschleunigt beschleunigte beschloss beschlossen
beschreiben beschreibenden beschreibt beschrieb beschrieben beschriebene beschriebenen beschränken
beschränkt beschuldigt beschuldigte beschweren beschwert beschwerte beschädigen beschädigt beschädigte
beschäftigen beschäftigt beschämt beschützen beseitigen beseitigt besetzen besetzt besetzte besiegen
besitze besitzen besitzt besoffen besondere besonderen besonders besorgen besorgt besprechen besprochen
besser bessere besseren besserer bestanden bestehen bestehend bestehende bestehenden bestehender besteht
besteigen bestellen bestellt bestellte besten bester bestiegen bestimmen bestimmt bestimmte bestimmten
bestimmter bestimmtes bestmögliche bestrafen bestraft bestritt beständig bestätigt bestätigte
bestätigten bestürzt besuche besuchen besucht besuchte besuchten beteiligen beteiligt beteiligte beten
betete betrachte betrachten betrachtet betrachtete betrachteten betragen betrat betreffen betreffende
betreffenden betreiben betreibt betreten betrieben betriebliche betrieblichen betrifft betroffen
betroffene betroffenen betrogen betrunken beträgt betrübt betrügen betrügerischen beugte beunruhigt
beurteilen beurteilt bevor bevorstehenden bevorzugen bevorzugt bevorzugte bevorzugten bewaffnet bewahren
bewahrt bewegen bewegt bewegte beweisen beweist bewerkstelligen bewerten bewertet bewirken bewirkt
beworben bewundere bewundern bewunderte bewusst bewusstlos bewährte bewährten bewältigen bewölkt bezahle
bezahlen bezahlt bezahlte bezeichnet bezeichnete bezeichneten beziehen bezieht bezogen bezogene
bezogenen bezweifele bezweifle bezüglich beängstigend bidirektionale bieten bietet bilden bildest bildet
billig billigen billiger bin binden bindet binäre binären binärer biometrische birgt bis bisher
bisherige bisherigen bislang biss bisschen bist bitte bitten bitter bittest bittet bitweise blass blaue
blauen blaues bleibe bleiben bleibst bleibt bleich blicken blickte blieb blieben blies blind blockierend
blockiert blockierte blockierten blockierter blond bloß bloßen blutet blöd blöde blühen bog boolesche
booleschen boolescher borgen bot brach brachen brachte brachten branchenspezifische branchenspezifischen
branchenspezifischer brannte brauche brauchen brauchst braucht brauchte brauchten braun braune braunen
brav brechen breit breitete brennen brennt bricht bringe bringen bringst bringt britische buchbaren
buchstabiert bucht budgetierte budgetierten buk bzw bösartige böse böswillige böswilligen böswilliger
bückte bügelte ca chinesischen chronologisch clever clientseitige clientseitigen cloudbasierte
cloudbasierten cloudbasierter codiert codierten cool da dabei dachte dachten dachtest dafür dagegen
daheim daher dahin dahingehend dahinter dahintergekommen dahinterkommen damals damit danach daneben
dankbar danken dankte dann dar daran darauf daraus darf darfst dargelegt dargestellt dargestellten darin
darstellbare darstellbaren darstellen darstellt darum darunter darzustellen darüber das dass dasselbe
dateibasierte datenbankspezifische datenbankspezifischen dauerhaft dauerhafte dauern dauernd dauert
dauerte davon davonkommen davor dazu dazugehörige dazugehörigen dazwischen de deaktivieren deaktiviert
deaktivierte deckt dedizierte dedizierten dedizierter defekt definieren definiert definierte definierten
definiertes definitiv dein deine deinem deinen deiner deines deins deinstalliert deklarative deklarieren
deklariert deklarierte deklarierten dekodiert delegiert dem dementsprechend demnächst demonstrieren
demonstriert demselben demütigen den denen denjenigen denk denke denken denkst denkt denn dennoch
denselben deprimiert der derart derartige dereferenzieren deren derer dergleichen derjenige derjenigen
derselbe derselben derzeit derzeitige derzeitigen des deserialisiert desselben dessen desto deswegen
detailliert detaillierte detaillierten detaillierter detailliertere deterministisch deterministische
deutet deutlich dezentrale dezentralen dezentraler dezentralisiert dezentralisierte dezentralisierten
dezentralisierter dezentralisiertes diagnostizieren diagnostiziert dich dicht dichten dick dicke dicken
dicker die diejenige diejenigen dienen dient dies diesbezüglich diese dieselbe dieselben diesem diesen
dieser dieses diesmal differenzielle digitale digitalen digitaler digitales dir direkt direkten direkter
diskutieren diskutiert diskutierten dividiert doch dokumentiert dokumentierte dokumentierten doof
doppelklicken doppelt doppelte doppelten doppelter dort dorthin dran drastisch drauf draußen dreckig
drehen dreht drehte drei dreihundert dreimal drein dreitausend dreizehn dreißig drin dringend dringender
drinnen drohte druckbare drum drängte drüben drüber drücke drücken drückt drückte du duales dumm dumme
dummen dunkel dunkle dunklen dunkler dupliziert durch durcharbeiten durchaus durchführen durchführt
durchgebrannt durchgefallen durchgeführt durchgeführten durchgehen durchgemacht durchgesetzt durchlaufen
durchläuft durchs durchschnittlich durchschnittliche durchschnittlichen durchsetzen durchsucht
durchzuführen durchzuführenden durfte durstig duscht dynamisch dynamische dynamischen dynamischer dünn
dürfe dürfen dürft dürfte dürften eben ebenfalls ebenso echt echte echten echter echtes eckigen
editierbar effektiv effektive effektiven effektiver effizient effiziente effizienten effizienter
effizientere effizienteren egal egoistisch eh eher ehrgeizig ehrlich ehrliche ehrlicher eifersüchtig
eifrig eigene eigenen eigener eigenes eigenständig eigenständige eigenständigem eigenständigen
eigenständiger eigenständiges eigentlich eigentliche eigentlichen eignen eignet eilig eilte eilten ein
einander einbehalten einbeziehen einbezogen einblenden einbringen eindeutig eindeutige eindeutigen
eindeutiger eindeutiges eine einem einen einer eines einfach einfache einfachem einfachen einfacher
einfachere einfacheren einfaches einfachste einfachsten einfallen einfließen einfügt einführen eingebaut
eingebaute eingebauten eingebautes eingeben eingebettet eingebettete eingebetteten eingebildet
eingebrochen eingebunden eingebundene eingebundenen eingecheckt eingefallen eingefangen eingefügt
eingefügte eingefügten eingeführt eingeführte eingeführten eingegangen eingegangene eingegangenen
eingegeben eingegebene eingegebenen eingehalten eingehen eingehend eingehenden eingeht eingehängt
eingekaufte eingekauften eingeladen eingelagert eingeleitet eingelesen eingelöst eingereicht
eingereichten eingerichtet eingerichtete eingerichteten eingeschaltet eingeschlafen eingeschlagen
eingeschlossen eingeschränkt eingeschränkte eingeschränktem eingeschränkten eingeschränkter eingesehen
eingesetzt eingesetzten eingespart eingesteckt eingestellt eingestellte eingestuft eingetragen
eingetreten eingetroffen eingezahlt eingezogen eingibst eingibt einhalten einheitlich einheitliche
einheitlichen einhergehen einholen einig einige einigen einiger einigermaßen einiges einkaufen einladen
einlegen einmal einmalig einmalige einmaligen einmaliges einnehmen einplanen einreichen einreicht
einrichtet eins einsam einsatzbereit einschließenden einschließlich einschließt einschränken
einschränkende einschränkt einsehen einsetzen einsetzt einsteigen einstellen einstufen eintragen
eintreten eintrifft einverstanden einwandfrei einzahlen einzeln einzelne einzelnen einzelner einzelnes
einzig einzigartig einzigartige einzigartigen einzige einzigen einziger einziges einzubetten
einzubeziehen einzubinden einzufügen einzuführen einzugeben einzugehen einzugestehen einzugrenzen
einzuhalten einzuholen einzukaufen einzuladen einzureichen einzurichten einzuschalten einzuschlafen
einzuschließen einzuschränken einzusehen einzusetzen einzustellen elektrische elektrischen elektronisch
elektronischen elf eliminieren eliminiert empfahl empfangen empfangende empfangenden empfangene
empfangenen empfehle empfehlen empfehlenswert empfiehlt empfinde empfindlich empfohlen empfohlene
empfohlenen empfängt enden endet endete endgültig endgültige endgültigen endlich eng enge engen engl
englischer entdecken entdeckt entdeckte entfernende entfernenden entfernt entfernte entfernten entfällt
entführt entgegen entgegennehmen entgegennimmt entgegenzunehmen entgegnete entgehen enthalten enthaltene
enthaltenen enthielt enthielten enthält entkam entkommen entlang entlassen entnehmen entnommen entpackt
entscheiden entscheidend entscheidende entscheidender entscheidest entscheidet entschied entschieden
entschloss entschlossen entschlüsselt entschuldigen entschuldigt entschuldigte entsetzlich entsetzt
entspannen entspannt entsperrt entsprach entsprechen entsprechend entsprechende entsprechenden
entsprechender entsprechendes entspricht entstand entstanden entstehen entsteht enttäuschen enttäuschend
enttäuscht entweder entwickelt entwickelte entwickelten entworfen er erachtet erbaut erben erblickte
erbringen erbt ereignet ereignete erfahren erfahrene erfassen erfasst erfasste erfassten erfolgen
erfolgreich erfolgreiche erfolgreichen erfolgreicher erfolgt erfolgte erfolgten erforderlich
erforderliche erforderlichen erforderlicher erforderliches erfordern erfordert erforderte erforscht
erfreut erfuhr erfunden erfährst erfährt erfüllen erfüllt erfüllte ergab ergeben ergebende ergibt
ergreifen ergriff ergriffen ergänzen ergänzende ergänzt ergänzten erhalte erhalten erhaltenen erheben
erheblich erhebliche erheblichen erhielt erhielten erhob erhoben erholen erholt erhält erhältlich
erhältst erhöhen erhöht erhöhte erhöhten erinnere erinnern erinnerst erinnert erinnerte erkannt erkannte
erkannten erkennbar erkenne erkennen erkennt erklären erklärt erklärte erkunden erkälten erkältet
erlangen erlangt erlangte erlauben erlaubt erlaubte erlaubten erlebt erledigen erledigt erleichtern
erleichtert erlitt erlitten erläutern erläutert ermitteln ermittelt ermittelten ermordet ermöglichen
ermöglicht ermöglichte erneuert erneut erneute erneuten erneuter erneutes ernst ernste ernsthaft
ernähren erraten erreichbar erreichen erreicht erreichte erreichten errichtet erschaffen erscheinen
erscheint erschien erschienen erschießen erschoss erschossen erschreckt erschrocken erschweren erschwert
erschöpft erschüttert ersetzen ersetzt ersetzten ersichtlich ersparen erst erstanden erstattet
erstaunlich erstaunt erste erstellenden erstellst erstellt erstellte erstellten erstellter ersten erster
erstmalig erstmals erstreckt erteilen erteilt ertrage ertragen ertrank ertrunken erwachsen erwachte
erwarte erwarten erwartest erwartet erwartete erwarteten erwartungsgemäß erweisen erweiterbare erweitert
erweiterten erweiterter erwerben erwiderte erwies erwiesen erwischen erwischt erwischte erworben
erworbene erworbenen erwägen erwähnen erwähnt erwähnte erwähnten erwünscht erzeugen erzeugt erzeugte
erzeugten erzielen erzielt erzwingen erzwingt erzwungen erzähle erzählen erzählst erzählt erzählte
eröffnen eröffnet erörtern erörtert es eskaliert esse esst etwa etwaige etwas euch euer eure eurem euren
eurer eventuell eventuellen ewig exakt exakte exakten exemplarischen existieren existierende
existierenden existierendes existiert exklusiv exklusive experimentell experimentelle experimentellen
experimentieren explizit explizite expliziten expliziter explodierte exponentiell exportiert exportierte
exportierten externe externen externer externes extra extrahiert extrem fahre fahren fair fakt
fakturierbaren fakturieren fakturiert fakturierte fakturierten fakturierter fallen fallenlassen falls
falsch falsche falschen falscher fand fanden fange fangen fantastisch fassen fasst fasste fast
fasziniert fatalen fataler faul fehl fehle fehlen fehlende fehlenden fehlender fehleranfällig fehlerfrei
fehlerfreien fehlerhaft fehlerhafte fehlerhaften fehlerhafter fehlgeschlagen fehlgeschlagene
fehlgeschlagenen fehlschlagen fehlschlug fehlschlägt fehlst fehlt fehlte feiert feiner fern ferngesehen
fernhalten fernzusehen fertig fertige fertigen fertiggestellt fertigzustellen fest feste festen
festgelegt festgelegte festgelegten festgenommen festgeschrieben festgestellt festhalten festlegen
festlegt feststellen festzulegen festzustellen fett feucht fiel fielen fiktiv filtert finale finanziell
finanzielle finanziellen finanzieren finanziert finde finden findest findet fing fingen firmeneigenen
flach flache flachen fleißig fleißiger flexibel flexiblen flexibler flexiblere fliegen fliegt fließen
fließend fließt flog flüchtig flüchtige flüchtigen flüsterte fokussiert folgen folgende folgenden
folgender folgendermaßen folgt folgte fordern fordert forderte formale formalen formatiert formatierte
formatierten formulieren fort fortfahren fortgehen fortgeschrittene fortgeschrittenen fortgesetzt
fortlaufend fortlaufende fortlaufenden fortzufahren fortzusetzen fotografieren fotografiert frag
fragliche fraglichen fragst fragt fragte französischer fraß frei freie freiem freien freier freigegeben
freigegebene freigegebenen freigegebener freigelassen freigibt freinehmen freiwillig freizugeben fressen
freue freuen freundlich freundliche freundlichen freut freute friedlich frisch frische frites froh
fröhlich früh frühe frühen früher frühere früheren früherer früheste frühesten frühstücke frühstücken
frühstückt frühstückte frühzeitig fuhr fuhren fungieren fungiert funktionalen funktionieren
funktionierende funktionierenden funktioniert funktionierte funktionsfähig furchtbar furchtlos fähig
fähige fähigen fähiger fährst fährt fällig fällige fälligen fällt fälschlicherweise fände fängst fängt
färben fördern füge fügen fügt fügte fühle fühlen fühlst fühlt fühlte führe führen führende führenden
führt führte führten füllen füllt füllte fünf fünfhundert fünfte fünften fünfzehn fünfzig für fürchte
fürchten fürchtet fürchtete füreinander fürs füttern füttert fütterte gab gaben galt ganz ganze ganzem
ganzen ganzer ganzes ganzzahlige ganzzahligen ganzzahliger gar garantieren garantiert geachtet
geantwortet gearbeitet gebacken gebaut gebe geben gebeten gebildet gebissen geblieben geboren geboten
gebracht gebrauchen gebraucht gebrochen gebt gebucht gebuchten gebuchter gebunden gebundenen gebündelt
gebündelte gedacht gedauert gedeckt gedemütigt gedenkst gedreht gedroht gedruckt gedruckte gedruckten
gedrückt geduldig geduldiger geduscht geeignet geeignete geeigneten geeigneter geeignetes geerbt geerbte
geerbten gefahren gefallen gefangen gefasst gefehlt gefeiert gefertigt gefertigten gefeuert gefiel
gefiele gefiltert gefilterte gefilterten geflogen gefolgt gefordert gefragt gefressen gefreut
gefrühstückt gefunden gefundene gefundenen gefährden gefährdet gefährdete gefährdeten gefährlich
gefährliche gefährlicher gefällig gefällt gefälschte gefälschten gefärbt gefühlt geführt geführte
geführten gefüllt gefüttert gegangen gegeben gegebene gegebenen gegebenenfalls gegen gegeneinander
gegenseitig gegenseitige gegenwärtig gegenwärtigen gegenüber gegessen geglaubt gegründet geguckt geh
gehabt gehackt gehalten gehandelt gehandhabt gehasht gehasst gehe geheim geheime geheimen geheiratet
gehen gehindert gehofft geholfen geholt gehorchen gehorcht gehostet gehostete gehosteten gehst geht
gehängt gehöre gehören gehört gehörte geirrt gekannt gekauft gekauften gekennzeichnet gekennzeichnete
gekleidet geklickt gekocht gekommen gekonnt gekoppelt gekostet gekümmert gekündigt gekürzt geküsst
gelacht geladen geladene geladenen gelagert gelandet gelang gelangen gelangt gelangweilt gelassen
gelaufen gelaunt gelbe gelben gelebt geleert gelegen gelegentlich gelegt geleistet geleitet gelernt
gelernten gelesen gelesene gelesenen geliebt geliefert gelieferte gelieferten geliehen gelingen gelingt
gelogen gelten geltenden gelungen gelächelt gelöscht gelöschte gelöschten gelöst gemacht gemalt gemein
gemeinnützige gemeinsam gemeinsame gemeinsamen gemeinsames gemeint gemeldet gemeldete gemeldeten gemerkt
gemessen gemessenen gemischte gemischten gemocht gemäß gemütlich genannt genannte genannten genau genaue
genauen genauer genauere genauso genehmigende genehmigt genehmigte genehmigten genehmigter generell
generiert generierte generierten generierter generiertes generisch generische generischen generischer
generisches genießen genießt genommen genossen genug genutzt genutzte genutzten genutzter genutztes
genügen genügend genügt geografische geografischen geordnet gepackt geparkt geparst geparsten gepatcht
gepflanzt gepflegt geplant geplante geplanten geplanter geprägt geprüft gepuffert gepufferten geputzt
gerade geradeaus gerannt geraten geraucht gerechnet gerecht gerechtfertigt geredet geregelt geregnet
gereicht gereist gerendert gerenderte gerenderten gerettet gerichtet geriet gering geringe geringem
geringen geringer geringere geringeren geringfügig geringfügige geringste geringsten gerissen geritten
gern gerne gerufen gerundet gerätebasierten gerührt gesagt gesammelt gesammelte gesammelten gesamte
gesamten gesamtes gescannt geschachtelt geschachtelte geschachtelten geschaffen geschafft geschah
geschaltet geschehen gescheitert geschenkt geschickt geschieden geschieht geschlafen geschlagen
geschlossen geschlossenen geschmeckt geschnappt geschneit geschnitten geschossen geschrieben
geschriebene geschriebenen geschrien geschummelt geschweifte geschweiften geschwommen geschäftlich
geschäftliche geschäftlichen geschätzt geschätzten geschützt geschützte geschützten geschützter
geschütztes gesehen gesendet gesendete gesendeten gesessen gesetzlich gesetzliche gesetzlichen gesetzt
gesetzte gesetzten gesichert gesorgt gespannt gespart gespeichert gespeicherte gespeicherten
gespeicherter gespendet gesperrt gesperrte gesperrten gespiegelt gespielt gesprochen gesprochene
gesprungen gesprächig gestalten gestaltet gestaltete gestand gestanden gestartet gestatten gestattet
gesteckt gestellt gestellte gestellten gestern gesteuert gesteuerte gestiegen gestimmt gestochen
gestohlen gestohlene gestohlenen gestoppt gestorben gestoßen gestrichen gestrigen gestritten gestört
gesucht gesuchte gesund gesungen getan getanzt geteilt geteilte getestet getesteten getragen getrennt
getrennte getrennten getreten getroffen getrunken geträumt getätigt getäuscht getötet gewachsen
gewalttätig gewann gewarnt gewartet gewaschen gewechselt geweckt geweint gewesen gewichteten gewinnen
gewinnt gewiss gewisse gewissenhaft gewisser gewiß gewohnt gewollt gewonnen geworden geworfen geworfene
gewusst gewählt gewählte gewählten gewähren gewährleisten gewährleistet gewährt gewöhnen gewöhnlich
gewöhnliche gewöhnlichen gewöhnliches gewöhnt gewöhnte gewünscht gewünschte gewünschten gewünschtes
gezahlt gezeichnet gezeigt gezeigte gezeigten gezielt gezogen gezwungen gezählt gezählten geändert
geänderte geänderten geöffnet geöffnete geöffneten geöffneter geübt ggf gib gibst gibt gierig gießen
gilt ging ginge gingen glatt glaube glauben glaubst glaubt glaubte glaubten gleich gleichbedeutend
gleiche gleichen gleicher gleichermaßen gleichmäßig gleicht gleichwertig gleichwertiger gleichzeitig
gleichzeitige gleichzeitigen gleichzeitiger globale globalen globales glücklich glückliche glücklichen
glücklicher glückliches goldene goldenen goss grafische grafischen grau grauen grausam greifen greift
grenzt griffen grobe großartig großartige großartigen großartiger großartiges große großem großen großer
großes großzügig grub grundlegende grundlegenden grundlegender grundsätzlich gruppenverwalteten
gruppieren gruppiert gruppierte größer größere größeren größeres größte größten größtenteils größter
gründlich grüne grünen grünes gucken guckt gut gutaussehend gute gutem guten guter gutes gutgeht
gutgeschrieben gäbe gängige gängigen gängiger gängiges gängigsten gänzlich gültig gültige gültigen
gültiger gültiges günstig günstiger günstigere hab habe haben habest habt halb halbe halben halber
halbes half halfen halte halten haltet handeln handelt handelte handhaben hart harte harten hasse hassen
hasst hasste hast hat hatte hatten hattest hattet hauptsächlich heben hebt heftig heftigen heilen
heimgehen heimgekommen heimlich heiraten heiratet heiratete heirateten heiß heiße heißen heißer heißt
helfe helfen helft hell helle hellen heller hellwach her herab heran herangezogen herauf heraus
herausbekommen herausfinden herausfindet herausgefunden herausgegeben herauskommen herauszufinden herein
hereingekommen hereinkommen hergekommen hergestellt herkommen herkommt herkömmliche herkömmlichen
herrscht herrschte herstellt herum herunter heruntergefahren heruntergeladen heruntergeladene
heruntergeladenen heruntergestuft herunterlädt herunterzuladen hervor hervorgehoben hervorgehobenen
hervorgerufen hervorheben hervorragend hervorragende hervorragender hervorrufen hervorzuheben herzlich
herzustellen herüber heut heute heutige heutigen heutzutage hexadezimale hielt hielten hier hierbleiben
hierfür hierher hierhergekommen hierherkommen hierhin hiervon hierzu hieß hilf hilfreich hilfreiche
hilfst hilft hin hinab hinauf hinaus hindern hindert hinderte hindeuten hindurch hinein hineingehen hing
hingegangen hingegen hingehen hingelegt hingetan hingewiesen hinsetzen hinsichtlich hinstellen hinten
hinter hintereinander hinterher hinterlassen hinterlegen hinterlegt hinterließ hinunter hinweg
hinwegkommen hinweist hinzu hinzufügst hinzufügt hinzugefügt hinzugefügte hinzugefügten hinzugehen
hinzuweisen hinzuzufügen hinzuzufügenden hinüber historische historischen hob hoch hochgeladen
hochgeladene hochgeladenen hochzuladen hoffe hoffen hoffentlich hoffnungslos hofft hoffte hohe hohem
hohen hoher hohes hol hole holen holt holte horizontale horizontalen hostet hundemüde hundert hungrig
hustete hybride hybriden hyperbolikus hält hältst hängen hängende hängt hängte härter hässlich hätte
hätten hättest hättet häufig häufige häufigen häufiger häufigste häufigsten höchst höchste höchsten
höchstens höchster höchstwahrscheinlich höflich höflicher höher höhere höheren höherer höheres hör höre
hören hörst hört hörte hörten hübsch hübsche hübscher hübsches hülfe ich ideal ideale idealerweise
identifizierbare identifizieren identifiziert identifizierte identifizierten identisch identische
identischen ignorieren ignoriert ignorierte ihm ihn illegal illegale im imitieren immer immerzu
implementieren implementiert implementierte impliziert implizit implizite impliziten implizites
importierenden importiert importierte importierten imstande in inaktiv inaktive inbegriffen indem
indirekt indirekte indirekten indirekter individuell individuelle individuellen indiziert indiziertes
ineinander infolge informieren informiert infrage initialisiert initialisierte initiiert inkl inklusive
inkompatible inkrementellen inkrementiert inne innen innere inneren innerer innerhalb ins insbesondere
insgesamt insofern inspiriert instabil installierende installierenden installiert installierte
installiertem installierten installierter installiertes instand instanziiert integrieren integriert
integrierte integriertem integrierten integrierter integriertes intelligente intelligenten intelligenter
intensiv interagieren interagiert interaktiv interaktive interaktiven interessant interessante
interessanten interessanter interessiere interessieren interessiert interessierte internationalen
internen interner internes internetbasierte internetbasierten interpretieren interpretiert intrinsische
inventarisiert inventarisierten investieren involviert inzwischen irgend irgendein irgendeine
irgendeinem irgendeinen irgendeiner irgendetwas irgendjemand irgendwann irgendwas irgendwelche irgendwie
irgendwo irgendwohin irre irreführend irren irrst irrt is isoliert isolierte isolierten iss isst ist
iteriert jagen jagt jagte jahrelang japanischen japanischer je jede jedem jeden jeder jedermann
jederzeit jedes jedesmal jedoch jegliche jeglichen jeglicher jemals jemand jemandem jemanden jene jenem
jenen jener jenes jenseits jetzt jeweilige jeweiligen jeweils juckt jung junger juristische juristischen
juristischer jährlich jährliche jährlichen jünger jüngere jüngeren jüngerer jüngsten kabelgebundenen
kalkulieren kalkuliert kalt kalte kalten kam kamen kann kannst kannte kannten kanonischen kapseln kaputt
kaputtgemacht kategorisieren kategorisiert kaufe kaufen kaufst kauft kaufte kauften kaum kehren kehrt
kehrte kein keine keinem keinen keiner keinerlei keines keinesfalls keins kenne kennen kennengelernt
kennenlernen kennenlernte kennenzulernen kennst kennt kennzeichnen kennzeichnet kg kicherte kindisch
klappt klar klare klarer klarkommen klassieren klassifiziert klassisch klassische klassischen
klassisches klatschte kleben kleidet klein kleine kleinen kleiner kleinere kleineren kleines kleinste
kleinsten klettern kletterte klicken klickt klingelt klingelte klingen klingst klingt klopft klopfte
klug kluger klären klüger km knapp kniete koche kochst kocht kochte kodiert kodierte kodierten
kollidieren kombinieren kombiniert kombinierte kombinierten komisch komme kommen kommenden kommentieren
kommerzielle kommerziellen kommissioniert kommst kommt kommunizieren kommuniziert kompakte kompatibel
kompatible kompatiblen kompatibler kompatibles kompiliert kompilierte kompilierten komplett komplette
kompletten komplex komplexe komplexen komplexer komplexere komplexeren kompliziert komplizierte
komplizierter komprimiert komprimierte komprimierten kompromittiert kompromittierten konfigurierbar
konfigurierbare konfigurierbaren konfiguriert konfigurierte konfigurierten konform konforme konformen
konkrete konkreten konnte konnten konntest konntet konservativ konsistent konsistente konsistenten
konsoleninterne konsolidiert konsolidierte konsolidierten konstant konstanter konstruiert konsultieren
kontaktieren kontaktiert kontextbezogene kontinuierlich kontinuierliche kontinuierlichen kontrollieren
kontrolliert kontrollierte kontrollierten konvertiert konvertierte konzentrieren konzentriert
konzeptionellen konzerninterne konzerninternen konzipiert kopiert kopierte kopierten korrekt korrekte
korrekten korrigieren korrigiert korrigierte korrigierten kostenlos kostenlose kostenlosen kostenloses
kostenpflichtig kostenpflichtige kostenpflichtigen kostenpflichtiges kostet kostete krank kreativ
kreditgebende kreditgebenden kreditnehmende kreditnehmenden kriegen kritische kritischen kritisiert
kroch kryptografisch kryptografische kryptografischen kryptographische kumulative kumulativen
kundenspezifische kurz kurze kurzen kurzer kurzes kälter käme kämest kämpfen kämpft kämpfte kämpften
könne können könnt könnte könnten könntest könntet köstlich kühl kümmere kümmern kümmert kümmerte
kündigen kündigte künftig künftige künftigen kürzer kürzere kürzeren kürzlich küssen küsst küsste
küssten lachst lacht lachte lachten lag lagen landen landete lang lange langem langen langer langes
langfristige langfristigen langsam langsame langsamen langsamer langweilen langweilig langweilte las
lasse lassen lasst laufen laufende laufender launisch lauscht laut lauten lauter lautet lautete lebe
lebend lebendig lebst lebt lebte lebten lecker lediglich leer leere leeren leerer leeres lege legitime
legt legte lehnt lehnte lehren lehrt leicht leichte leichten leichter leichtgläubig leid leiden leider
leidet leihe leihen leise leiser leisten leistet leistungsfähiger leistungsstarke leistungsstarken
leiten leitet lenken lerne lernen lernst lernt lernte lesbar lesbare lesbaren lesend lesenden letzte
letztem letztemal letzten letztendlich letztens letzter letztes letztlich leuchtete leugnen lieb lieben
liebend lieber liebst liebsten liebster liebstes liebt liebte lief liefen liefern liefert liege liegen
liegende liegenden liegengelassen liegenlassen liegst liegt lieh lies liest ließ ließe ließen ließest
lindern linearen linke linken listet lizenziert lizenzierte lizenzierten locker logisch logische
logischen logischer lohnt lokal lokale lokalem lokalen lokales lokalisieren lokalisiert lokalisierte
lokalisierten los losgehen loslegen loswerden loszuwerden lud lustig lustige lustigen lustiger lächelnd
lächelt lächelte lächelten lächerlich lädt länger längere längeren längst längste längsten lässt lästig
läuft läutete lösche löschende löschenden löscht löschte lösen löst löste lügen lügst lügt mach machbar
mache machen machst macht machte machten mag mager magische magischen magst malte man manche manchen
manches manchmal manipulieren manipuliert manuell manuelle manuellen markieren markiert markierte
markierten maschinelle maskiert maskierte mathematische mathematischen maximale maximalen maximieren
maximiert medizinische mehr mehrdimensionalen mehrdimensionales mehrere mehreren mehrerer mehrmals
mehrstufige mehrstufigen mein meine meinem meinen meiner meines meins meinst meint meinte meist meiste
meisten meistens meistern melde melden meldet meldete menschliche menschlichen merken merkt merkte
merkwürdig merkwürdige messen mich mieten migriert migrierte migrierten mild mindestens minimale
minimalem minimalen minimieren minimiert minus mir mischen missbilligt missbrauchen missbraucht misst
misstrauisch missverstanden mit mitbekommen mitbringen miteinander mitgebracht mitgeliefert
mitgelieferten mitgenommen mitgeteilt mithalten mithilfe mitkommen mitmachen mitsamt mittags mitteilen
mitteilt mittels mitten mittlere mittleren mittlerweile mitzubringen mitzunehmen mitzuteilen mobilen
mobiler mochte mochten modellieren modelliert moderne modernen moderner modifizieren modifiziert
momentan monatliche monatlichen montags montieren montiert morgens motiviert multipliziert muss musst
musste mussten musstest mutig mächtig möchte möchten möchtest möchtet möge mögen möglich mögliche
möglichen möglicher möglicherweise möglichst mögt müde mühelos mühsam müsse müssen müsst müsste müssten
müsstest nach nachdem nachdenken nachdenklich nacheinander nachfolgend nachfolgende nachfolgenden
nachgedacht nachgelagerten nachhause nachher nachlesen nachlässig nachmittags nachprüfen nachschauen
nachsehen nachstehend nachstehende nachstehenden nachts nachverfolgt nachvollziehen nachweisen
nachweislich nachzudenken nachzuverfolgen nachzuweisen nackt nah nahe naher nahezu nahm nahmen nahtlos
nahtlose naiv namens nannte nannten nass nativ nativem nativen nativer natürlich natürliche natürlichen
natürlicher navigieren ne neben nebenan nebeneinander negativ negative negativem negativen negativer
nehme nehmen neidisch neigen neigt nenne nennen nennt nervt nervös nett nette netter nettes neu neue
neuem neuen neuer neuere neueren neues neueste neuesten neugierig neulich neun neunzig neuste neusten
nicht nichts nickte nie nieder niedergeschlagen niedlich niedrig niedrige niedrigen niedriger niedrigere
niedrigeren niedriges niedrigste niedrigsten niemals niemand niemandem niemanden nimmst nimmt nirgends
nirgendwo nirgendwohin noch nochmal nochmals normale normalen normaler normalerweise normales notieren
notiert notwendig notwendigen notwendigerweise nullbar numerisch numerische numerischen numerischer
numerisches nummerieren nummeriert nun nur nutzbar nutze nutzen nutzlos nutzt nutzte nächste nächsten
nächstgelegenen näher nähert näherte nämlich nötig nötigen nützen nützlich nützliche nützlichen
nützlicher nützt ob obdachlos oben obere oberen oberflächlich oberhalb oberste obersten oberster
obgleich obige obigen objektorientiert objektorientierte objektorientierten obligatorisch obligatorische
obligatorischen obwohl oder of offen offenbar offene offenen offener offenes offengelassen offengelegt
offensichtlich offenzulegen offiziell offizielle offiziellen oft oftmals ohne ohnehin ohnmächtig okay
oktale operieren operiert opfern optimale optimalen optimieren optimiert optimierte optimistisch
optionale optionalen optionaler optionales optische optischen ordentlich ordnen ordnet ordnungsgemäß
ordnungsgemäße ordnungsgemäßen organisiert originalen paar paarmal packt packte parallel parallele
parallelen paralleler parametrisiert parametrisierte parken parkte passen passend passende passenden
passieren passiert passierte passiven passt passte pausieren peinlich per perfekt perfekte periodischen
permanente persistente persistenten persistenter personalisierte personenbezogene personenbezogenen
persönlich persönliche persönlichen persönlicher pfeifen pflanzte pflegen pflegt pflegte phantastisch
physisch physische physischen picknicken pingelig plant plattformspezifische plattformspezifischen
plattformübergreifend plattformübergreifende plattformübergreifenden platziere platzieren platziert
pleite plötzlich plötzliche politische politischen portablen portiert positionieren positioniert positiv
positiven positiver potenziell potenzielle potenziellen potenzieller praktisch praktische praktischen
preiszugeben primitiven primäre primären primärer primäres privat private privaten privater privates
privilegierte privilegierten pro proaktiv probiere probieren probiert probierte problematisch
problematischen problemlos produktbasierte produktbasierten produktionsbasierte produktiv produktiven
produzieren produziert produzierte produzierten produzierter professionelle professionellen
professioneller profitieren prognostizieren prognostiziert prognostizierten programmgesteuert
programmiert projektbasierte projektbasierten projektbezogene projizieren proprietäre protestierten
protokollieren protokolliert prozedurale prozeduralen prozentuale prozentualen prägen präsentieren
präsentiert präzise präziser prüfen prüfende prüft putze putzen putzt putzte pünktlich quadratische
qualifiziert qualifizierte qualifizierten quer ran rannte rannten rasch rasiert rasierte ratsam rauche
raucht rauchte raus rausgehen reagieren reagiert reale realen realisiert realisierte realisierten
rechnen rechnet rechten rechtfertigen rechtlich rechtlichen rechts rechtzeitig reden redest redet redete
redundante reduzieren reduziert reduzierte reduzierten referenzieren referenziert referenzierte
referenzierten regelmäßig regelmäßige regelmäßigen regionalen registriert registrierte registrierten
registrierter registriertes regnen regnet regnete reguliert reguläre regulären regulärer reibungslos
reich reichen reicher reichlich reicht reichte reif rein reine reinen reiner reines reinigen reinkommen
reist reiste reiten reizend rekursiv rekursive rekursiven relationale relationalen relativ relativen
relativer relevante relevanten rendert rennt repariere reparieren repariert repliziert reproduzieren
reproduziert repräsentieren repräsentiert reservieren reserviert reservierte reservierten reserviertes
respektieren respektiert respektvoll ressourcenbasierte restliche restlichen restriktivere resultieren
resultierende resultierenden resultiert retten rettete richten richtet richtete richtig richtige
richtigen richtiger richtlinienverwalteten rieb riechen riecht rief riesige riesigen riesiges riet
riskieren riss robuster roch rohe rohen rollenbasierten rollte romantisch rosa rote roten rotes rufe
rufen rufst ruft ruhen ruhig ruhigen ruhiges ruiniert rund runter rutschig rutschte räumte rüber
rüberkommen rückgängig rückt rührte sag sage sagen sagst sagt sagte sagten sagtest sagtet sah sahen
salzig sammelt sammelte samstags samt sanft sang sangen sank satt sauber saubere sauer saß saßen schade
schadet schaffe schaffen schaffst schafft schaffte schalten schaltet schaltete scharf scharfen scharfes
schaue schauen schaust schaut schaute schauten scheiden scheinen scheinst scheint scheitert schenken
schenkte schicke schicken schickt schickte schief schiefgehen schiefgeht schiefgelaufen schien schienen
schieße schießen schimpfte schlafe schlafen schlafend schlage schlagen schlank schlau schlauer schlecht
schlechte schlechtem schlechten schlechter schlechteste schlich schlicht schlief schliefen schließe
schließen schließende schließenden schließlich schließt schlimm schlimme schlimmer schlug schlugen
schläfrig schläft schlägt schmecken schmeckt schmeckte schmerzt schmilzt schmutzig schmutzige
schmutzigen schnappen schnappte schnarcht schneiden schneidet schneien schneit schneite schnell schnelle
schnellen schneller schnellere schnelleren schnelles schnellste schnellsten schnitt schob schockiert
schon schoss schrecklich schreckliche schrecklichen schrecklicher schreibbar schreibe schreibenden
schreibgeschützt schreibgeschützte schreibgeschützten schreibgeschütztes schreibst schreibt schreien
schreit schrie schrieb schrieben schrien schrittweise schränken schränkt schulde schuldest schuldet
schuldig schwach schwache schwachen schwanger schwankt schwarze schwarzen schwarzes schwatzen schweigend
schwer schwere schweren schwerer schwerwiegenden schwieg schwierig schwierige schwierigen schwieriger
schwieriges schwimme schwimmen schwimmt schwindelig schwindlig schwächer schwöre schwören schädlich
schädliche schädlichen schäme schämen schämt schämte schätze schätzen schätzt schön schöne schönen
schöner schönes schönste schönsten schüchtern schüttelte schützt sechs sechsten sechzehn sechzig sehe
sehen sehr seht sei seid seien seiest sein seine seinem seinen seiner seines seit seitdem seitens
sekundäre sekundären sekundärer selbe selben selber selbst selbstsignierte selbstsignierten
selbstsigniertes selbstverständlich selektiv selektive selektiven selten seltene seltenen seltener
seltsam seltsame seltsamen seltsamer sende sendende sendet senken senkt senkte sensibel sensiblen
sensibler separat separaten separater serialisiert serialisierte serialisierten serielle seriellen
serverlose serverlosen serverseitige serviert setz setze setzen setzt setzte setzten seufzte sich sicher
sichere sicherem sicheren sicherer sicherere sicheres sichergehen sichergestellt sicherlich sicherste
sicherstellen sicherstellt sichersten sichert sicherzustellen sichtbar sichtbare sichtbaren sieben
siebten siebzehn siebzig sieh siehe siehst sieht signalisieren signalisiert signiert signierte
signierten signiertes signifikant signifikante signifikanten simuliert simulierte simulierten sind singe
singen singst singt sinken sinkt sinnlos sinnvoll sinnvolle sitzen sitzt skalierbarer skalieren skaliert
skeptisch so sobald sodass soeben sofern sofort sofortige sofortigen sog sogar sogenannte sogenannten
sogleich solange solch solche solchen solcher solches soll solle sollen sollst sollt sollte sollten
solltest solltet somit sonderbar sonderlich sondern sonntags sonst sonstige sonstigen sorgfältig
sorgfältige sorgfältiger sorgt sortiert sortierte soviel soweit sowie sowieso sowohl soziale sozialen
sparen sparsam spart spazieren speichert spendete sperrt spezialisierte spezialisierten speziell
spezielle speziellen spezieller spezifisch spezifische spezifischen spezifischer spezifischere
spezifisches spezifizieren spezifiziert spiegeln spiegelt spielen spielst spielt spielte spielten sprach
sprang sprangen spreche sprechen sprecht sprichst spricht springen springt spräche spukt spät späte
späten später spätere späteren spätestens spürte stabil stabile stabilen stabiler stach stahl staken
stammen stammt standardisiert standardisierte standardmäßig standardmäßige standardmäßigen standen starb
starben stark starke starken starker starkes starrte startbare startbaren startet startete statisch
statische statischen statischer statisches statistische statistischen statt stattdessen stattfinden
stattfindet stattgefunden stecke stecken steckt steckte stehe stehen stehenden stehlen stehst steht
steigen steigern steigt stellen stellige stellst stellt stellte stellten sterbe sterben stetig stets
steuerliche steuerlichen steuert stieg stiegen stiehlt stieß still stillschweigend stimmt stimmte
stimmten stinkt stirbt stolperte stolz stopfte stoppen stoppt stornieren storniert stoßen streckte
streiten streitet streng strenge strengen strenger strikt strikte strikten stritt strukturieren
strukturiert strukturierte strukturierten studiere studieren studierst studiert studierte stumm
stundenlang stur ständig ständige stärker stärkere stören stört stößt stürmte stürzt stürzte stützt
subtrahiert suchen suchst sucht suchte summiert symbolische symbolischen symmetrische symmetrischen
sympathisch synchron synchrone synchronen synchronisieren synchronisiert synchronisierte
synchronisierten syntaktisch systematisch systemeigen systemeigene systemeigenen systemeigener sähe
sämtliche sämtlichen sämtlicher süchtig süß süße süßen tagsüber talentiert talentierter tanzen tanzt
tanzte tanzten tapfer tat tatsächlich tatsächliche tatsächlichen tatsächlicher taub tauchen tauchte
tauschen tausend technisch technischen technischer teilgenommen teilnehmen teilnimmt teilt teilte
teilten teilweise teilweisen teilzunehmen telefoniert telefonisch temporär temporäre temporären
terminiert ternäre ternären testet teuer teure teuren teurer teures theoretisch threadsicher thun tief
tiefer tiefsten tippen toll tolle toller tot traditionelle traditionellen traf trafen trage tragen
trainieren trainiert trank tranken transferieren transferiert transparente transparenten transportiert
trat traten traue trauen traurig traurige traut traute treffe treiben treibt trennt treten treu trieb
triffst trifft trinke trinken trinkst trinkt tritt trocken trockenen trocknete trotz trotzdem trug
trugen trägst trägt träumt träumte tu tue tun tust tut typisch typische typischen typischer
typischerweise typisches typisierte typisierten tägigen täglich tägliche täglichen täte täten tätest
tätig tätigen täuschen töricht töten tötet tötete um umarmen umarmt umarmte umarmten umbenannt umbringen
umfangreich umfangreiche umfangreichen umfangreichere umfassen umfassend umfassende umfassenden
umfassender umfassendes umfasst umgangen umgeben umgebracht umgehen umgehend umgeht umgekehrt umgekehrte
umgekehrten umgekehrter umgekommen umgelagert umgeleitet umgerechnet umgeschrieben umgesetzt umgestellt
umgewandelt umgezogen umher umhin umkehren umleiten ums umschalten umschließen umschließt umschlossen
umschlossene umschlossenen umsetzen umso umsonst umsteigen umwandeln umwandelt umwerfend umziehen
umzubenennen umzubringen umzugehen umzukehren umzuleiten umzusetzen umzustellen umzuwandeln unabhängig
unabhängige unabhängigen unabhängiger unangenehm unbeabsichtigt unbeaufsichtigt unbeaufsichtigte
unbeaufsichtigten unbedenklich unbedingt unbegrenzt unbegrenzte unbegrenzten unbekannte unbekannten
unbekannter unbeschreiblich unbezahlten und undefiniert undefinierte uneingeschränkt unendlich
unerheblich unerlässlich unerträglich unerwartet unerwartete unerwartetem unerwarteten unerwünschte
unerwünschten unformatierte unformatierten unfreundlich ungeachtet ungeduldig ungeeignet ungefähr
ungefähre ungenau ungepufferte ungepufferten ungerecht ungern ungewöhnlich ungewöhnliche ungewöhnlichen
unglaublich ungleich unglücklich ungültig ungültige ungültigen ungültiger ungültiges unheimlich
unhöflich universellen unklar unkontrollierte unmittelbar unmittelbaren unmöglich unnötig unnötige
unrealisierten unreif unreifen unruhig uns unschuldig unser unsere unserem unseren unserer unseres
unsicher unsichere unsicheren unsichtbar unstrukturierte unten untenstehenden unter unterbinden
unterbrach unterbrechen unterbricht unterbrochen unterdrücken unterdrückt untere untereinander unteren
untergeordnete untergeordneten untergeordneter untergeordnetes unterhalb unterhalten unterhielten
unterhält unterlassen unterlaufen unterliegen unterliegt unternehmenseigen unternehmenseigene
unternehmenseigenen unternommen unterrichte unterrichten unterrichtet untersagt unterscheiden
unterscheidet unterschiedlich unterschiedliche unterschiedlichem unterschiedlichen unterschiedlicher
unterschreiben unterschrieb unterschrieben unterstütze unterstützen unterstützende unterstützenden
unterstützt unterstützten unterstützter unterstütztes untersuchen untersucht untersuchte unterteilen
unterteilt unterwegs unterzeichnen unterzeichnet unterziehen unterzogen untätig unverheiratet
unvermeidlich unvernünftig unverschlüsselt unverzüglich unveränderbar unveränderbare unveränderbaren
unveränderlich unverändert unvollständig unvollständigen unvorhersehbar unwahrscheinlich unwichtig
unwohl unzufrieden unzulässigen unzureichend unzuverlässig ursprünglich ursprüngliche ursprünglichen
urteilen usw validieren validiert variabler variieren variiert verabschieden verabschiedet
verabschiedete veraltet veraltete veralteten veralteter veranlassen veranlasst veranschaulichen
veranschaulicht verantwortlich verarbeiten verarbeitende verarbeitet verarbeitete verarbeiteten verbarg
verbergen verbessern verbessert verbesserte verbesserten verbieten verbietet verbinden verbindet
verbirgt verbleiben verbleibende verbleibenden verbleibt verblüfft verborgen verborgenen verboten
verbracht verbrachte verbrachten verbrannt verbrannte verbrauchen verbraucht verbrauchte verbrauchten
verbreiten verbreitet verbreitete verbringe verbringen verbringst verbringt verbunden verbundene
verbundenen verdanke verdanken verdeckt verderben verdeutlichen verdeutlicht verdiene verdienen
verdienst verdient verdiente verdorben verdächtig verdächtige verdächtigen verdächtiger vereinbart
vereinbarten vereinfachen vereinfacht vereinfachte vereinfachtes verfasst verfehlte verfeinern verfolgen
verfolgt verfolgte verfügbar verfügbare verfügbaren verfügbarer verfügen verfügt vergangen vergangene
vergangenen vergaß vergeben vergebens vergeblich vergeht vergesse vergessen vergesslich vergeudet
vergewissern vergiftet vergisst vergleichbar vergleicht verglichen vergraben vergrößern vergrößert
verhaftet verhandeln verheimlicht verheiratet verhindern verhindert verhält verifizieren verifiziert
verirrt verirrte verkaufe verkaufen verkauft verkaufte verkauften verkehrt verkettet verklagen
verkleidete verkleinern verknallt verknüpft verknüpfte verknüpften verkürzen verkürzt verlagert verlange
verlangen verlangsamen verlangsamt verlangt verlangte verlangten verlasse verlassen verlaufen verlegt
verletzen verletzt verletzte verletzten verlieben verliebt verliebte verlief verliere verlieren verliert
verließ verließen verlobt verlor verloren verlorene verlorenen verlängern verlängert verlässlich
verlässt verläuft vermeiden vermeidet vermieden vermindert vermisse vermissen vermisst vermitteln
vermittelt vermute vermutet vermutlich vernommen vernünftig vernünftigen verpackt verpassen verpasst
verpasste verpflichtet verraten verreisen verreist verrichten verriet verringern verringert verrückt
versagt versammelte verschachtelt verschachtelte verschachtelten verschaffen verschafft verschicken
verschickt verschieben verschiebt verschieden verschiedene verschiedenen verschiedener verschlafen
verschlechtert verschlossen verschlüsselt verschlüsselte verschlüsselten verschlüsselter verschoben
verschwand verschwenden verschwendet verschwinden verschwindet verschwunden versehentlich versehentliche
versendet versetzen versetzt versichere versichern versichert versicherte versorgen versorgt versprach
verspreche versprochen verspäten verspätet verspätete verspäteter verstanden verstarb verstaucht
verstecken versteckst versteckt versteckte verstehe verstehen verstehst versteht verstimmt verstorben
verstoßen verstrichen verständigen verständlich verstößt versuchen versuchst versucht versuchte
versuchten versäumt verteidigen verteilbare verteilbaren verteilen verteilt verteilte verteilten
vertieft vertikal vertikale vertikalen vertraglich vertraue vertrauenswürdig vertrauenswürdige
vertrauenswürdigen vertrauenswürdiger vertrauenswürdiges vertrauliche vertraulichen vertraut vertraute
vertrauten vertrieben vertriebliche vertrieblichen verursachen verursacht verursachte verurteilt
vervollständigen vervollständigt verwahren verwaltenden verwaltet verwaltete verwaltetem verwalteten
verwalteter verwaltetes verwandeln verwandt verwandter verwechseln verwechselt verweigern verweigert
verweisen verweist verwende verwenden verwendende verwendenden verwendest verwendet verwendete
verwendeten verwendeter verwickelt verwiesen verwirft verwirren verwirrend verwirrt verworfen verwundet
verzeihen verzichten verziehen verzweifelt verzögern verzögert verzögerte verzögerten veränderbar
veränderbare veränderbaren verändern verändert veränderte verängstigt verärgern verärgert veröffentlicht
veröffentlichte veröffentlichten via viel viele vielen vieler vielerlei vieles vielfältige vielleicht
vielmehr vier viermal vierte vierten vierzig virtuell virtuelle virtuellen virtueller virtuelles
visualisieren visuell visuelle visuellen voll volle vollem vollen voller vollkommen vollqualifizierten
vollständig vollständige vollständigen vollständiger vollständiges vom von voneinander vor vorab voran
vorangegangenen vorangehenden vorangestellt vorangestellten vorangestellter vorausgesetzt voraussetzen
voraussetzt voraussichtlich voraussichtliche voraussichtlichen vorbehalten vorbei vorbeigekommen
vorbeikommen vorbereitet vorbereitete vorbereiteten vordatierten vordefiniert vordefinierte
vordefinierten voreingenommen voreingestellte voreingestellten vorerst vorgefallen vorgegangen
vorgegeben vorgegebene vorgegebenen vorgelesen vorgenommen vorgenommene vorgenommenen vorgeschlagen
vorgeschlagene vorgeschlagenen vorgesehen vorgesehene vorgesehenen vorgestellt vorgestern vorhanden
vorhandene vorhandenem vorhandenen vorhandener vorhandenes vorhast vorhat vorhatte vorher vorhergehende
vorhergehenden vorhergesagt vorherige vorherigen vorheriger vorhersehbar vorherzusagen vorhin vorige
vorigen vorinstalliert vorinstallierten vorkalkulierten vorkommt vorkompilierte vorkompilierten
vorkompilierter vorkonfigurierten vorlesen vorliegen vorliegenden vorliegt vorläufig vorläufige vorm
vorn vorne vornehmen vornimmt vorrätig vorrätige vorrätigen vorschlagen vorschlägt vorschreiben
vorsichtig vorsichtiger vorstellen vorteilhaft vorverarbeitete vorzeichenlose vorzeitig vorzeitige
vorziehen vorzubereiten vorzunehmen vorzuschlagen vorzustellen vorzuziehen vorzüglich vorüber
vorübergehend völlig wach wachsen wachsende wachte wahnsinnig wahr wahre wahren wahrer wahrgenommen
wahrlich wahrscheinlich wahrscheinlicher wandeln wandelt wandte wann war waren warf warfen warm warme
warmen warmer warnen warnt warnte warst wart warte warten wartest wartet wartete warteten warum was
wasche waschen webbasierte webbasierten wechseln wechselt wechselte wecken weckte weder wegen
weggegangen weggehen weggelassen weggelaufen weggenommen weglassen weglaufen wegwerfen weh wehgetan weht
wehte weich weichen weicht weigere weigert weigerte weil weine weint weinte weisen weist weit weitaus
weitem weiten weitere weiteren weiterentwickelt weiterer weiteres weitergeben weitergegeben weitergehen
weitergeleitet weiterhin weiterleitet weitermachen weiterzugeben weiterzuleiten weitesten weitgehend
weiß weiße weißen weißes weißt welche welchem welchen welcher welches weltweit wem wen wenden wendet
wenig wenige wenigen weniger wenigsten wenigstens wenn wer werde werden werdet werfen wertet wertmäßig
wertmäßigen wertvoll wertvolle wertvoller wesentlich wesentliche weshalb wessen wichtig wichtige
wichtigen wichtiger wichtigsten wider widerrufen widerspiegeln widerspiegelt widerstehen widerwillig
widerzuspiegeln widmen widmete wie wieder wiedergeben wiedergegeben wiedergesehen wiedergutmachen
wiederhaben wiederhergestellt wiederhergestellte wiederherstellt wiederherzustellen wiederholen
wiederholende wiederholt wiederholte wiederholten wiederkehrenden wiederkomme wiederkommen wiederkommt
wiederum wiederverwendbare wiederverwendbaren wiederverwendet wiederzugeben wiederzusehen
wiederzuverwenden wiegen wiegt wies wieso wilde will willigen willkommen willst windig winkte wir wird
wirft wirken wirklich wirksam wirkt wirkte wirst wirtschaftlich wirtschaftliche wirtschaftlichen wischte
wisse wissen wissenschaftliche wissenschaftlichen wisst witzig wo woanders wobei wodurch wofür woher
wohin wohingegen wohl wohlhabend wohne wohnen wohnst wohnt wohnte wohnten wolle wollen wollt wollte
wollten wolltest wolltet womit womöglich wonach woran worauf woraufhin worden worin worum worüber wovon
wozu wuchs wunderbar wunderbare wunderschön wunderschöne wundervolle wurde wurden wurdest wusch wusste
wussten wusstest wächst wählen wählerisch wählt wählte wählten während wär wäre wären wärest wäret
wärmer wärst wäschst wäscht wöchentlich wöchentliche wöchentlichen wörtlich wünsche wünschen
wünschenswert wünschst wünscht wünschte würde würden würdest würdet wüsste wüssten wüsstest wütend zahle
zahlreiche zahlreichen zahlreicher zahlt zahlte zehn zehntausend zeichnen zeichnet zeichnete zeig zeige
zeigen zeigt zeigte zeitig zeitlich zeitliche zelten zensieren zentral zentralen zentraler zentrales
zentralisierte zentralisierten zentrieren zerbrach zerbrochen zerlegen zerriss zerstören zerstört
zerstörte zertifikatbasierte ziehe ziehen ziehst zieht zielt ziemlich zitterte zog zogen zu zubereiten
zubereitet zueinander zuerst zufolge zufrieden zufriedenstellend zufriedenzustellen zufällig zufällige
zufälligen zugeben zugegeben zugegriffen zugehörenden zugehörige zugehörigen zugehöriger zugehöriges
zugehört zugelassen zugelassene zugelassenen zugelegt zugemacht zugenommen zugeordnet zugeordnete
zugeordneten zugesagten zugeschnitten zugestimmt zugestoßen zugeteilt zugetragen zugewiesen zugewiesene
zugewiesenen zugezogen zugleich zugreifen zugreift zugrunde zugrundeliegende zugrundeliegenden zugunsten
zugänglich zugänglichen zuhören zukommen zukünftig zukünftige zukünftigen zukünftiges zulassen zulegen
zuleide zuletzt zulässig zulässige zulässigen zulässiger zulässt zum zumindest zumute zunehmend
zunehmender zunichte zunutze zunächst zuordnen zuordnet zur zurecht zurechtkommen zurzeit zurück
zurückgeben zurückgegeben zurückgegebene zurückgegebenen zurückgehen zurückgekehrt zurückgekommen
zurückgelassen zurückgeliefert zurückgelieferten zurückgerufen zurückgesendet zurückgesetzt
zurückgestellt zurückgewiesen zurückgezahlt zurückgibt zurückgreifen zurückhalten zurückkehren
zurückkehrt zurückkomme zurückkommen zurückkommt zurücklassen zurücknehmen zurückrufen zurücksenden
zurücksendet zurückstellen zurücktreten zurückzahlen zurückzuführen zurückzugeben zurückzukehren
zurückzusetzen zusammen zusammenarbeiten zusammenarbeitet zusammenfassenden zusammengefasst
zusammengefasste zusammengefassten zusammengeführt zusammengeführte zusammengesetzt zusammengesetzte
zusammengesetzten zusammengestellt zusammenhängen zusammenhängt zusammensetzen zusammensetzt
zusammenstellen zusammenzuarbeiten zusammenzufassen zusammenzuführen zusehen zustande zustimmen zustimmt
zuständig zuständige zuständigen zusätzlich zusätzliche zusätzlichen zusätzlicher zusätzliches zutiefst
zutreffen zutreffend zutrifft zuverlässig zuverlässige zuverlässigen zuverlässiger zuversichtlich zuvor
zuweist zuzugeben zuzugreifen zuzuhören zuzulassen zuzuordnen zuzusehen zuzustimmen zuzuweisen zuzüglich
zwang zwanzig zwar zwei zweier zweifellos zweihundert zweimal zweistufige zweitausend zweite zweiten
zweiter zweites zweitgrößte zwingen zwingend zwingt zwischen zwischengespeichert zwischengespeicherte
zwischengespeicherten zwölf zähle zählen zählt zögern zögerte zündete ähneln ähnelt ähnlich ähnliche
ähnlichen ähnlicher älter ältere älteren älterer älteres ältesten ändern ändernden änderst ändert
änderte ängstlich äquivalenten ärgerlich ärgern ärgert ärgerte äußere äußeren äußern äußerst äußerste
öffentlich öffentliche öffentlichen öffentlicher öffentliches öffne öffnen öffnenden öffnet öffnete
öfter üben über überall überarbeitet überarbeitete überaus überdenken überein übereinstimmen
übereinstimmende übereinstimmenden übereinstimmt überfahren überflüssig überfällig überfällige
überfälligen überfüllt übergeben übergebene übergebenen übergehen übergeordnete übergeordneten
übergeordnetes übergewichtig übergibt überhaupt überladen überlappen überlappende überlasse überlassen
überleben überlebt überlebte überlege überlegen überlegt überlegte überließ übermitteln übermittelt
übermittelte übermittelten übermorgen übernachten übernahm übernehmen übernimmt übernommen überprüfbare
überprüfen überprüfende überprüfenden überprüft überprüfte überprüften überquert überquerte überraschen
überraschend überrascht überraschte überreden überredet überredete übers überschneiden überschreiben
überschreibt überschreiten überschreitende überschreitet überschrieben überschritten übersehen übersetze
übersetzen übersetzt übersetzte übersetzten überspringen überspringt übersprungen übersteigt übertragbar
übertragen übertragene übertragenen übertrieben überträgt überwacht überwachte überwachten überweisen
überwiegend überwiesen überwinden überzeugen überzeugt überzeugte üblich übliche üblichen üblicherweise
übrig übrigen übrigens übt
`
    .trim()
    .split(/\s/),
);
