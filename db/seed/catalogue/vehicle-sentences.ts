import type { Words } from '../seed-types.ts'

/**
 * What owners write, in both languages. `{e}`, `{il}`, `{Il}` and `{la}` agree with the vehicle in French; `{stop}` is
 * the year it was last used, `{work}` the year of recent work.
 */
type Bank = readonly Words[]

const bank = (rows: readonly (readonly [fr: string, en: string])[]): Bank => rows.map(([fr, en]) => ({ fr, en }))

export const openings = {
  stopped: bank([
    [
      'Rentré{e} dans la grange de mes parents en {stop}, pas déplacé{e} depuis.',
      'Went into my parents’ barn in {stop} and has not moved since.',
    ],
    [
      'Trouvé{e} derrière un tas de bois en vidant la ferme, à l’arrêt depuis {stop}.',
      'Found behind a wood pile while clearing the farm, standing since {stop}.',
    ],
    [
      'À l’abri et sur cales depuis {stop}, portes du hangar fermées.',
      'Under cover and on blocks since {stop}, shed doors shut.',
    ],
    [
      'Mon oncle {la} gardait pour sa retraite, {il} dort depuis {stop}.',
      'My uncle was saving it for his retirement; asleep since {stop}.',
    ],
    [
      'Acheté{e} en {stop} pour être restauré{e}, la maison est passée avant.',
      'Bought in {stop} to be restored, then the house came first.',
    ],
    [
      'Sortie de grange authentique : dernière sortie en {stop}, poussière comprise.',
      'A real barn find: last out in {stop}, dust included.',
    ],
    ['Appartenait au boulanger du village, arrêt en {stop}.', 'Belonged to the village baker, off the road in {stop}.'],
    [
      'Héritage d’un grand-père soigneux, plus sorti{e} depuis {stop}.',
      'Inherited from a careful grandfather, not out since {stop}.',
    ],
    [
      'Stocké{e} au sec sous une bâche qui respire, depuis {stop}.',
      'Stored dry under a breathable cover since {stop}.',
    ],
    [
      'Le garagiste du canton l’avait mis{e} de côté en {stop} et n’y a jamais touché.',
      'The local garage put it aside in {stop} and never touched it.',
    ],
    [
      'Remisé{e} en {stop} après une panne sans gravité, oublié{e} ensuite.',
      'Laid up in {stop} after a minor fault, then forgotten.',
    ],
    [
      'Nous l’avons sorti{e} au treuil le mois dernier, après un arrêt en {stop}.',
      'Winched out last month; it had stood since {stop}.',
    ],
    ['Une seule famille depuis l’origine, au garage depuis {stop}.', 'One family from new, garaged since {stop}.'],
  ]),
  running: bank([
    ['Roule toute l’année, garage fermé la nuit.', 'Used all year round, locked garage at night.'],
    ['Sort une fois par semaine pour que rien ne colle.', 'Goes out once a week so that nothing sticks.'],
    [
      'Dans la famille depuis trente ans, entretien noté dans un cahier.',
      'Thirty years in the family, with the work written down in a notebook.',
    ],
    [
      'Acheté{e} à un membre du club, entretenu{e} par lui puis par moi.',
      'Bought from a club member, looked after by him and then by me.',
    ],
    ['Prêt{e} à prendre la route, essai avec plaisir.', 'Ready for the road, test run with pleasure.'],
    [
      'Remis{e} en route en {work}, tout ce qui s’use a été changé.',
      'Recommissioned in {work}, everything that wears was replaced.',
    ],
    [
      'Troisième main, les deux premiers propriétaires étaient du même village.',
      'Three owners, the first two from the same village.',
    ],
    ['Je m’en sers pour les sorties du dimanche, jamais sous la pluie.', 'Used for Sunday runs, never in the rain.'],
    ['Parcourt environ 800 km par an, dont une concentration.', 'Covers about 500 miles a year, including one rally.'],
    [
      'Restauration d’amateur soigneux achevée en {work}, photos de chaque étape.',
      'Careful amateur restoration finished in {work}, photos of each stage.',
    ],
    ['Rien à prévoir, carnet tenu depuis {work}.', 'Nothing to do, log kept since {work}.'],
    [
      '{Il} a fait trois fois le voyage d’été sans assistance.',
      'Has done the summer trip three times without a breakdown van.',
    ],
  ]),
}

export const mechanics = {
  carLike: {
    roule: bank([
      ['Démarre au quart de tour, ralenti stable.', 'Starts at once, steady tickover.'],
      [
        'Allumage, carburateur et pompe à essence refaits en {work}.',
        'Ignition, carburettor and fuel pump redone in {work}.',
      ],
      ['Embrayage et butée de {work}, passages francs.', 'Clutch and release bearing from {work}, clean changes.'],
      [
        'Freins refaits en {work} : maître-cylindre, flexibles et garnitures.',
        'Brakes redone in {work}: master cylinder, hoses and linings.',
      ],
      ['Ne chauffe pas, même dans les cols.', 'Does not overheat, even on mountain passes.'],
      ['Vidange et filtres au printemps, huile encore claire.', 'Oil and filters in the spring, oil still clear.'],
      [
        'Boîte sans bruit, une goutte d’huile au garage, comme toutes.',
        'Quiet gearbox; one drop of oil on the floor, like all of them.',
      ],
      ['Pneus de {work}, roue de secours jamais posée.', 'Tyres from {work}, spare never used.'],
      [
        'Faisceau électrique remplacé en {work}, clignotants compris.',
        'Wiring loom replaced in {work}, indicators included.',
      ],
      [
        'Compression égale sur tous les cylindres, relevé à l’appui.',
        'Even compression across the cylinders, readings available.',
      ],
      ['Radiateur rodé et durites neuves depuis {work}.', 'Radiator recored and new hoses since {work}.'],
    ]),
    tourne_ne_roule_pas: bank([
      [
        'Moteur remis en marche sur un bidon, beau bruit ; freins bloqués.',
        'Engine run from a can and sounds well; brakes stuck.',
      ],
      [
        'Tourne rond, mais le réservoir est à nettoyer avant de rouler.',
        'Runs evenly, but the tank needs cleaning before any driving.',
      ],
      ['Le moteur démarre, l’embrayage est collé par l’arrêt.', 'Engine starts; clutch stuck from standing.'],
      [
        'Démarre avec une batterie d’appoint, circuit de freinage à refaire.',
        'Starts on a borrowed battery, brake lines to be remade.',
      ],
      [
        'Moteur tournant, cardan gauche à remplacer, pièce fournie.',
        'Engine runs; left driveshaft to replace, part supplied.',
      ],
      [
        'Tourne au ralenti dix minutes sans chauffer, ne pas {la} conduire en l’état.',
        'Idles for ten minutes without heating up; not to be driven as it is.',
      ],
    ]),
    bloquee_non_tourne_manivelle: bank([
      ['Moteur libre à la manivelle, jamais essayé au démarreur.', 'Engine turns by hand, never tried on the starter.'],
      [
        'Bloqué à l’arrivée, libéré à l’huile en une semaine, compression à mesurer.',
        'Seized on arrival, freed with oil over a week, compression to be measured.',
      ],
      [
        'J’ai vidangé, huilé les cylindres et tourné le vilebrequin à la main.',
        'I drained it, oiled the bores and turned the crank by hand.',
      ],
      [
        'Moteur complet, eau absente, pas de trace de gel sur le bloc.',
        'Engine complete, drained of water, no sign of frost damage.',
      ],
      [
        'Tourne à la manivelle sans point dur, allumage à refaire.',
        'Turns on the handle with no tight spot, ignition to be redone.',
      ],
      ['Bloqué, sans doute une soupape ; l’huile est propre.', 'Stuck, probably a valve; the oil is clean.'],
    ]),
    demontee: bank([
      ['Moteur déposé et rangé en caisses étiquetées.', 'Engine out and stored in labelled boxes.'],
      [
        'Démontage soigné, vis en sachets, un carton par organe.',
        'Taken apart with care, screws bagged, one box for each assembly.',
      ],
      [
        'Caisse sur chandelles, mécanique à côté, rien n’a été vendu au détail.',
        'Shell on stands, mechanical parts beside it, nothing sold off.',
      ],
      [
        'Inventaire fait : il manque peu, la liste est en photo.',
        'Inventory done: little is missing, list in the photos.',
      ],
    ]),
  },
  farm: {
    roule: bank([
      ['Démarre à froid en quelques tours.', 'Starts from cold in a few turns.'],
      ['Embrayage et freins réglés, tire droit.', 'Clutch and brakes adjusted, pulls straight.'],
      ['Vidangé chaque hiver, filtre à bain d’huile propre.', 'Oil changed every winter, clean oil-bath filter.'],
      ['Injection et pompe d’alimentation revues en {work}.', 'Injection and lift pump overhauled in {work}.'],
      ['Pression d’huile franche, un peu de fumée au démarrage.', 'Good oil pressure, a little smoke on starting.'],
    ]),
    tourne_ne_roule_pas: bank([
      ['Moteur tourne, embrayage collé par l’humidité.', 'Engine runs; clutch stuck with damp.'],
      ['Tourne sur bidon, freins grippés.', 'Runs from a can, brakes seized.'],
      ['Démarre à la remorque, batterie morte.', 'Tow-starts; battery dead.'],
    ]),
    bloquee_non_tourne_manivelle: bank([
      ['Tourne à la manivelle, gasoil vidangé.', 'Turns on the handle, fuel drained.'],
      [
        'Décollé au pied de biche et à la patience, compression aux quatre temps.',
        'Freed with a bar and patience; it has compression.',
      ],
      ['Bloqué à l’arrivée, culasse levée, chemises bonnes.', 'Seized on arrival; head lifted, liners good.'],
    ]),
    demontee: bank([
      ['Moteur déculassé, pièces en bidons étiquetés.', 'Head off, parts in labelled tins.'],
      ['En deux morceaux pour l’embrayage, jamais remonté.', 'Split for its clutch and never put back.'],
    ]),
  },
  small: {
    roule: bank([
      ['Démarre au deuxième coup de kick, à froid comme à chaud.', 'Starts second kick, hot or cold.'],
      ['Carburateur démonté et gicleurs soufflés en {work}.', 'Carburettor stripped and jets blown through in {work}.'],
      ['Pneus, chambres et câbles neufs en {work}.', 'New tyres, tubes and cables in {work}.'],
      ['Allumage réglé, bougie sèche, ralenti régulier.', 'Ignition set, plug dry, even tickover.'],
      ['Freins resserrés, roulements de roue neufs.', 'Brakes relined, new wheel bearings.'],
      ['Moteur ouvert en {work} : segments, joints, roulements.', 'Engine opened in {work}: rings, seals, bearings.'],
      ['Transmission nettoyée et graissée, pas de jeu à l’axe.', 'Drive cleaned and greased, no play in the spindle.'],
      [
        'Feux et avertisseur fonctionnent, ampoules de rechange fournies.',
        'Lights and horn work, spare bulbs supplied.',
      ],
    ]),
    tourne_ne_roule_pas: bank([
      ['Pète au démarrage, mais les pneus sont craquelés.', 'Fires up, but the tyres are perished.'],
      ['Moteur tourne, câbles à changer avant de rouler.', 'Engine runs, cables to be changed before use.'],
      ['Démarre à la poussette, le kick patine.', 'Bump-starts; the kick slips.'],
      ['Tourne sur bidon, réservoir rouillé à traiter.', 'Runs from a can; rusty tank to be treated.'],
    ]),
    bloquee_non_tourne_manivelle: bank([
      ['Piston libre, compression au pouce, pas d’étincelle.', 'Piston free, compression by thumb, no spark.'],
      ['Moteur décollé à l’huile, volant qui tourne à la main.', 'Engine freed with oil, flywheel turns by hand.'],
      ['Tourne à la main, condensateur sans doute mort.', 'Turns by hand, capacitor probably dead.'],
      ['Carburateur gommé, le reste tourne librement.', 'Carburettor gummed up, the rest turns freely.'],
    ]),
    demontee: bank([
      ['En pièces, rien ne manque sauf un garde-boue.', 'In pieces, complete but for one mudguard.'],
      ['Cadre sablé, moteur en caisse, peinture à faire.', 'Frame blasted, engine in a crate, paint to do.'],
      ['Démontage terminé, remontage jamais commencé.', 'Strip-down finished, rebuild never begun.'],
    ]),
  },
}

export const bodies = {
  carLike: {
    good: bank([
      ['Peinture ancienne homogène, deux éclats à l’avant.', 'Older paint, even in tone, two chips at the front.'],
      ['Soubassement noir et sec, photos sur pont.', 'Underside black and dry, photos on a lift.'],
      ['Chromes propres, joints souples.', 'Clean chrome, supple seals.'],
      ['Alignement des portes régulier, aucune bulle.', 'Even door gaps, no bubbles.'],
      ['Teinte d’origine retrouvée sous le tableau.', 'Original shade confirmed under the dash.'],
      ['Quelques griffes de parking, rien de plus.', 'A few parking scratches, nothing more.'],
    ]),
    fair: bank([
      [
        'Bas de porte avant droit à reprendre, le reste sonne plein.',
        'Bottom of the front right door needs work; the rest rings solid.',
      ],
      ['Peinture passée, se lustre par endroits.', 'Faded paint that polishes up in places.'],
      ['Rouille de surface sous le coffre, grattée et traitée.', 'Surface rust below the boot, scraped and treated.'],
      ['Une aile cabossée, redressable sans mastic.', 'One dented wing, can be beaten out without filler.'],
      ['Chromes piqués, fixations présentes.', 'Pitted chrome, fixings present.'],
      ['Patine honnête, à garder dans son jus.', 'Honest patina, best kept as it is.'],
      [
        'Petite plaque soudée autrefois sur le plancher, proprement.',
        'A small patch welded in the floor long ago, neatly.',
      ],
      [
        'Un phare remplacé par un modèle plus récent, l’ancien est fourni.',
        'One headlamp swapped for a later type, the old one included.',
      ],
    ]),
    poor: bank([
      ['Planchers à refaire des deux côtés.', 'Floors to be replaced on both sides.'],
      ['Bas de caisse percés, longerons encore droits.', 'Sills rusted through, chassis legs still straight.'],
      ['Tôlerie complète mais fatiguée, aucun choc.', 'Panels complete but tired, no accident damage.'],
      [
        'Rouille perforante au pied de caisse, visible en photo.',
        'Rust holes at the base of the pillar, shown in the photos.',
      ],
      ['Ailes à remplacer, une paire d’occasion est dans le coffre.', 'Wings to replace; a used pair is in the boot.'],
      [
        'Il manque un enjoliveur, un feu arrière et la clé du coffre.',
        'Missing one hubcap, one tail lamp and the boot key.',
      ],
    ]),
  },
  farm: {
    good: bank([
      ['Tôlerie droite, peinture au pinceau bien faite.', 'Straight panels, neat brush-painted finish.'],
      ['Capot et ailes sans trou, calandre entière.', 'Bonnet and wings without holes, grille whole.'],
    ]),
    fair: bank([
      ['Ailes cabossées par le travail, rien de percé.', 'Wings knocked by work, nothing holed.'],
      ['Peinture partie, plaque d’origine en place.', 'Paint gone, original plate in place.'],
      ['Capot redressé une fois, attaches présentes.', 'Bonnet straightened once, catches present.'],
    ]),
    poor: bank([
      ['Garde-boue percés, calandre à refaire.', 'Mudguards holed, grille to be remade.'],
      [
        'Resté dehors, la tôle a souffert, la fonte non.',
        'Left outside: the sheet metal suffered, the castings did not.',
      ],
    ]),
  },
  small: {
    good: bank([
      [
        'Peinture refaite au pistolet dans la teinte, filets à la main.',
        'Resprayed in the right shade, lines by hand.',
      ],
      ['Chromes et rayons propres.', 'Clean chrome and spokes.'],
      ['Réservoir sans choc, intérieur clair.', 'Tank without dents, clean inside.'],
      ['Selle regarnie, ressorts graissés.', 'Saddle re-covered, springs greased.'],
    ]),
    fair: bank([
      ['Peinture d’origine usée aux genoux, décor lisible.', 'Original paint worn at the knees, lining still visible.'],
      ['Un choc léger sur le garde-boue avant.', 'A light dent in the front mudguard.'],
      ['Chromes ternis, pas de trous.', 'Dull chrome, no holes.'],
      ['Selle fendue sur un côté, armature bonne.', 'Saddle split on one side, frame good.'],
      ['Jantes piquées, rayons tendus.', 'Pitted rims, spokes tight.'],
    ]),
    poor: bank([
      ['Rouille partout, cadre droit.', 'Rusty all over, frame straight.'],
      ['Garde-boue arrière percé, phare absent.', 'Rear mudguard holed, headlamp missing.'],
      ['Réservoir à remplacer, celui-ci sert de modèle.', 'Tank to be replaced; this one serves as a pattern.'],
      ['Échappement percé, selle à refaire.', 'Exhaust holed, saddle to be redone.'],
    ]),
  },
}

export const extras = {
  car: bank([
    [
      'Sièges d’origine, une couture à reprendre côté conducteur.',
      'Original seats, one seam to mend on the driver’s side.',
    ],
    ['Autoradio absent, platine non découpée.', 'No radio, and the panel has not been cut.'],
    ['Manuel, manivelle et cric compris.', 'Sold with its handbook, starting handle and jack.'],
    [
      'Deux cartons de pièces avec : filtres, joints, un alternateur.',
      'Two boxes of spares included: filters, gaskets, an alternator.',
    ],
    ['Vitres et joints bons, pas d’infiltration.', 'Good glass and seals, no leaks.'],
    ['Ciel de toit propre, tapis découpés sur gabarit.', 'Clean headlining, mats cut to a pattern.'],
    ['Une seule clé, mais elle ouvre tout.', 'Only one key, but it opens everything.'],
    [
      'Odomètre à cinq chiffres, je ne garantis pas le premier tour.',
      'Five-figure odometer; I cannot vouch for the first lap.',
    ],
    ['Factures depuis {work} dans un classeur.', 'Invoices since {work} in a binder.'],
    ['Tableau de bord sans fente, montre arrêtée.', 'Uncracked dashboard, clock stopped.'],
  ]),
  van: bank([
    ['Plancher de charge sain, marqué par les caisses.', 'Sound load floor, marked by crates.'],
    ['Aucune vitre ajoutée, aucune trappe découpée.', 'No added windows, no hatches cut.'],
    [
      'Inscription d’un ancien commerce encore lisible sous la peinture.',
      'An old shop’s lettering still shows under the paint.',
    ],
    ['Cabine complète, banquette à recoudre.', 'Cab complete, bench to be restitched.'],
    ['Roue de secours, cric et triangle à leur place.', 'Spare wheel, jack and triangle in their places.'],
    ['Portes arrière droites, serrure qui ferme.', 'Rear doors straight, lock works.'],
  ]),
  field: bank([
    ['Boîte de transfert et crabotage fonctionnent.', 'Transfer box and front drive both engage.'],
    ['Bâche usable, arceaux complets.', 'Serviceable hood, complete hoops.'],
    ['Pneus cramponnés de {work}, roue de secours montée.', 'Bar-tread tyres from {work}, spare fitted.'],
    ['Circuit électrique simplifié, tout s’allume.', 'Simplified wiring; everything lights up.'],
    [
      'Peinture militaire sous la peinture civile, visible aux charnières.',
      'Army paint under the civilian coat, visible at the hinges.',
    ],
  ]),
  bike: bank([
    ['Compteur lisible, aiguille qui ne danse pas.', 'Legible speedometer, steady needle.'],
    ['Sacoche d’outils d’origine sous la selle.', 'Original tool roll under the saddle.'],
    ['Pneus à la bonne dimension, date de {work}.', 'Tyres of the right size, dated {work}.'],
    ['Jeu de joints et une bougie de rechange avec.', 'Gasket set and a spare plug included.'],
    ['Dynamo qui charge, batterie neuve.', 'Dynamo charging, new battery.'],
    ['Guidon et leviers d’époque.', 'Period bars and levers.'],
  ]),
  moped: bank([
    ['Pompe, antivol et porte-bagages d’époque.', 'Period pump, lock and carrier.'],
    ['Pédalier libre, chaîne graissée.', 'Pedals free, chain greased.'],
    ['Plaque de contrôle et vignette encore là.', 'Its old plate and tax disc are still there.'],
    ['Parfait pour un premier chantier à deux.', 'A good first project for two.'],
    ['Tient dans un break, roue avant démontée.', 'Fits in an estate car with the front wheel off.'],
  ]),
  tractor: bank([
    [
      'Pneus arrière à moitié, avant craquelés mais tiennent l’air.',
      'Rear tyres at half, fronts cracked but holding air.',
    ],
    ['Relevage et prise de force essayés avec un outil.', 'Lift and PTO tried with an implement.'],
    ['Charrue et attelage trois points compris.', 'Plough and three-point linkage included.'],
    ['Siège et garde-boue d’origine, phare droit absent.', 'Original seat and mudguards, right lamp missing.'],
    ['Direction avec un peu de jeu, rotules disponibles.', 'Some play in the steering, joints available.'],
    ['Servait encore au bois l’hiver dernier.', 'Still used for firewood last winter.'],
    ['Plaque constructeur lisible, numéro frappé conforme.', 'Legible maker’s plate, stamped number agrees.'],
  ]),
}

export const papers: Readonly<Record<string, Bank>> = {
  carte_grise_ok: bank([
    ['Carte grise à mon nom.', 'French log book in my name.'],
    ['Carte grise présente, cession préparée.', 'Log book present, transfer form ready.'],
  ]),
  carte_grise_collection: bank([
    ['Carte grise de collection.', 'French historic registration.'],
    ['Passage en collection fait en {work}.', 'Moved to historic registration in {work}.'],
  ]),
  perdue_ffve_en_cours: bank([
    ['Carte grise perdue, demande d’attestation FFVE envoyée.', 'Log book lost, federation certificate applied for.'],
    [
      'Sans carte grise, certificat de cession et attestation en cours.',
      'No log book; bill of sale, and the certificate is under way.',
    ],
  ]),
  papiers_agricoles: bank([
    ['Papiers agricoles d’époque.', 'Period farm papers.'],
    ['Carte grise agricole au nom de mon père.', 'Farm registration in my father’s name.'],
  ]),
  v5c: bank([
    ['V5C à mon nom, exportation possible.', 'V5C in my name, export possible.'],
    ['Document V5C présent, numéros contrôlés.', 'V5C present, numbers checked.'],
  ]),
  aucun: bank([
    ['Vendu{e} sans papiers, pour pièces ou collection statique.', 'Sold without papers, for spares or display.'],
    ['Aucun papier, seulement la plaque constructeur.', 'No papers, only the maker’s plate.'],
  ]),
}

export const reasons: Readonly<Record<string, Bank>> = {
  succession: bank([
    ['Vente après succession, notaire informé.', 'Sold from an estate, with the notary informed.'],
    ['Nous vidons la maison avant la fin de l’année.', 'The house has to be empty by the end of the year.'],
    [
      'Mes frères et moi vendons, aucun ne sait s’en servir.',
      'My brothers and I are selling; none of us can look after it.',
    ],
  ]),
  arret_conduite: bank([
    ['Je ne conduis plus, mes yeux non plus.', 'I no longer drive; my eyes have retired.'],
    ['Le médecin a tranché, je rends mon volant.', 'The doctor has decided: no more driving.'],
  ]),
  manque_place: bank([
    [
      'Je vends par manque de place, la grange est louée au printemps.',
      'Selling for lack of space; the barn is let from spring.',
    ],
    ['C’est cela ou la tondeuse, et l’herbe pousse.', 'It is this or the mower.'],
    ['Le hangar change de main, tout doit sortir.', 'The shed is changing hands and everything must go.'],
  ]),
  projet_abandonne: bank([
    [
      'Projet abandonné, je n’ai ni le temps ni le poste à souder.',
      'Project given up; I have neither the time nor the welder.',
    ],
    ['Je vise trop de projets à la fois, celui-ci part.', 'Too many projects at once; this one goes.'],
    ['Commencé avec enthousiasme, arrêté avec sagesse.', 'Begun with enthusiasm, stopped with good sense.'],
  ]),
  achat_autre: bank([
    ['Une autre ancienne a pris la place au garage.', 'Another one has taken its place in the garage.'],
    ['Je vends pour financer une plus ancienne.', 'Sold to pay for an older one.'],
  ]),
  retraite: bank([
    ['Fin d’activité, le matériel s’en va.', 'Retiring; the equipment goes.'],
    ['Je cède l’exploitation et ce qui va avec.', 'The farm is being handed over and this with it.'],
  ]),
  age: bank([
    ['À mon âge, le kick est plus fort que moi.', 'At my age the kick-start wins.'],
    ['Trop lourd{e} pour moi désormais.', 'Too heavy for me now.'],
  ]),
}

export const logistics: Bank = bank([
  ['Visible le week-end, chargement facile sur plateau.', 'Viewing at weekends, easy to load on a trailer.'],
  ['Prévoir un plateau, l’accès est plat et large.', 'Bring a trailer; the access is flat and wide.'],
  ['Pas d’échange, pas de vente en pièces.', 'No swaps, not for breaking.'],
  ['Je peux garder quinze jours après la vente.', 'I can store it for a fortnight after the sale.'],
  ['Photos du dessous et des numéros dans l’annonce.', 'Photos of the underside and of the numbers in the ad.'],
  ['Prix discutable devant l’objet, pas avant.', 'Price can be discussed in front of it, not before.'],
  ['Essai avec moi au volant, puis avec vous.', 'Test run with me driving, then you.'],
  ['Transporteur possible, je charge avec le télescopique.', 'Carrier welcome; I load with the telehandler.'],
  ['Venez avec un connaisseur, j’ai le temps et le café.', 'Bring someone who knows; there is time, and coffee.'],
  ['Aide au chargement, treuil et planches sur place.', 'Help with loading, winch and planks here.'],
  [
    'Priorité aux membres de clubs jusqu’au quinze, ensuite à qui vient.',
    'Held for club members until the fifteenth, then for whoever comes.',
  ],
  ['Compresseur sur place pour regonfler avant de tirer.', 'Compressor here to put air in the tyres before moving it.'],
])

/** What a title adds after make, model and year. */
export const traits = {
  roule: bank([
    ['roulante', 'on the road'],
    ['dossier complet', 'full file'],
    ['d’origine', 'unmodified'],
    ['belle patine', 'good patina'],
    ['freins et pneus neufs', 'new brakes and tyres'],
    ['moteur refait', 'engine rebuilt'],
    ['prête à rouler', 'ready to use'],
    ['même famille depuis toujours', 'one family from new'],
    ['sortie chaque dimanche', 'used every Sunday'],
    ['entretien suivi', 'maintained throughout'],
  ]),
  tourne_ne_roule_pas: bank([
    ['moteur tournant, freins à refaire', 'engine runs, brakes to do'],
    ['à remettre en route', 'for recommissioning'],
    ['tourne, ne roule pas', 'runs, does not drive'],
    ['projet avancé', 'well-advanced project'],
  ]),
  bloquee_non_tourne_manivelle: bank([
    ['sortie de grange', 'barn find'],
    ['à restaurer, complète', 'to restore, complete'],
    ['trouvée sous une bâche', 'found under a cover'],
    ['arrêtée depuis longtemps', 'long stored'],
    ['dans son jus', 'untouched'],
    ['à réveiller', 'to be woken'],
  ]),
  demontee: bank([
    ['démontée, en caisses', 'dismantled, in boxes'],
    ['projet en pièces', 'project in pieces'],
    ['restauration à finir', 'unfinished restoration'],
  ]),
}

/** The same words said of a tractor, a van or anything masculine. */
export const masculineTraits: Readonly<Record<string, string>> = {
  roulante: 'roulant',
  'prête à rouler': 'prêt à rouler',
  'sortie chaque dimanche': 'sorti chaque dimanche',
  'à restaurer, complète': 'à restaurer, complet',
  'trouvée sous une bâche': 'trouvé sous une bâche',
  'arrêtée depuis longtemps': 'arrêté depuis longtemps',
  'démontée, en caisses': 'démonté, en caisses',
}
