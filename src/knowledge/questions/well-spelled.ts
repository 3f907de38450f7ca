import { termOf } from '../words/terms.ts';

/**
 * Words that are spelled well and lie one slip of the finger from another: "protest" and "protect", "form" and
 * "from". Whoever types one means it, whether or not the library holds it. Words of the development sets
 * (`train-wiki`, and what both others hold six times), and of the news, as far as they have such a neighbour.
 */
const WORDS = `
  able abruptly absent absentee abstract abuts academia academic academies accidentally achromat acquaintance
  acquisitiveness acre acrimonious acrylic act action acyl addiction addition administered administrator
  admit admittance adventures adverse advertising adware affluence affluent aggressor aid ailing aim algae
  algal alkalic alkalis alleviate alley allied alloy alone along alt alter alternate altitude altitudinal
  always ama amenable amend amines amino aml analysed analyses anarchism anarcho anathema anatomical anatomy
  ancestor ancestral ancestry antagonising antagonistic antimony ants apochromat apoptosis apostasy apostle
  apostolic appalled apparent appeal appear appellations arbitrarily arbitrary arc archaeologists archaeology
  archeological archeologists architect architectonic architecture area areal arena argument aristocracy
  aristocrats arm armaments arsonist article articulated artifact artificial ary asl assemblage asserts asset
  astronomer astronomy ate atheism atheist atoms attitude auction authorise auto autocratic automated
  autonomism autonomy averse award aware away back backhand backronym backswords backward bacronym bacteria
  bacterial bad bag balt baltas ban band bandy bar bare baseline basketball bass bassline basso bat battered
  battery bay beaked bear beat bec bed behavior behaviour below ben bend beneficial bet beta beware bid bin
  bind biographer biography biological biology biosynthesis biosynthetic bits black blandness blend blind
  block blocs blood bloody blow blued boast boat bol bolster bond bonus bonuses boost booster boot bother
  bounded bourgeois bourgeoisie bow boy boycott boycotting brand brass break brewers brewery brighter
  broadened broader brothels brother brotherly bureaucracy bureaucrat buy cabin cal calculated calculus
  caller caloric calories came camp campus campuses canal candidum canon cans canton canyons cap capita
  capital car carbines carnal carte case cash cast castle casualty cat catalyst categorical categorised
  category catenary cau caucus caucuses cause ceased cent center centimeters centimetres centralised centre
  centrist ceramics certain certainly certainty certificate certified champ chapter characterised
  characteristic characterize charitable charity chart charter chase cheapest chickpea chloride chlorine
  chore chronic chronicis chronicler cie circ circa circle circuitry circular circulated circumstance cite
  citers citizenry clan clapboard clarification clarify clarinet clarity clash classic classification
  classify clause clausus clean cleansing clearcut clearest close closer cloud clover cluster clutter coal
  coast coat coercion cofered coffee coffers cognitivism cold collaborate collateral colleagues collectivised
  collectivism collectors college collegiate colon colonised colonists colony color colour columnists coma
  comatic combat comet comma commence comment commerce commercial committee commonly communicable communion
  communist compact companions comparisn comparison compatible compete competition competitor complain
  complete complex compliance compliant composite compound compressed compressional compromised concentrate
  concept concern concert concessions conclude conclusion concrete concur concurrent concussion confederal
  confer confessional configured confirm conflict conform congenital congestion congestus congress
  congressional conical conjunction connect connectedness conquest cons conscious consciously consecutive
  consensus consent conservatism considerable consolidate conspicuous constable constant constantly
  constituent constitute constraints construct constructor consular consulates consultant consumption contact
  contagion contain contamination contend content contentious contest context contiguous continent
  continental contingent continue continuum contraceptive contract contradicts contrary contrast convection
  convene convenient convention converge conversely convert convey convicts cook coot cop core corn cornices
  coronation corps correctly correctors corridor corroboration cortisol cortisone cost count countable
  counteract counterfactual counterpart country county coup couple course covalent cover coyotes crack
  crackling crammed crash cream crease creation criticise crooked crop crustal crystal cues cup cupboards
  currency current curricula curricular curriculum curse curtain customarily customary cut cylinder
  cylindrical cylindrite dad dam dar dead debate debris debt debut decade decent decentralisation
  decentralism decentralist decide deciduous decine decline deconstruct deconstructivism defects defenceman
  defencemen defensemen defer deferral deficit definitely deflecting del delete deleterious delivery
  democracy democratic demolished dens departure depleted deported depot deprived derby derive descend
  descent description design designee destabilise destabilized destruction deteriorated deterrence deters
  diagnoses diagnosis diagnostic dialog dialogue die died difficult difficulty dim dip diploma diplomacy
  diplomatic directly director directory dirt dirty disagree disagreement disaster disastrous discharges
  discolored discontent discount discourage discourse discrepancies discretion disjoint disjunctions
  dismantled dispense dispersal displaced display dissenting dissertation dissolution distance distant
  distinct distinctly distress distribute district distrust dit dive divisional doe domain domes domesticable
  dominant dominus donors door dose doses double doubly downward downwind drama dramatic dreadful dress drier
  drive driver due duress earliest ears ease east eclectic economic economy edicts edit editor editorial
  eighteen eighteenth elasticity elect elector electric electrode electron eleventh emphasis emphasised
  emphasize employ employee enclosure ensued ensure enthusiasm enthusiasts entirety entrance entrants
  entrenching era escape escapees esterification esterified ethic ethnic evacuate evacuee even event eventual
  exceed excellent excited exerts exist exit exper experience experienced experimental experts explain
  explanation explicit explicitly explosion exposed extrema extreme face facetiously facets facility fact
  faction facto factor factory fail fair fairly fairy faked famed famous famously far fare farmhouse farther
  farthest fascism fascist fast fat father favor favour fcuk feast feat fee feeble feed feel feet feminist
  fen fiction fight file filers filtered finance financial fjords flake flames flare flat flattened flatter
  fled fleet flight float flood flora floral flourished flung focus focused fog font food foothold foott
  fords forecast foregoing foregone foreland foremost forestall form formerly formula formulation fort forth
  forty forum founded fourth fraction frame free freed freestanding freestone freeze frequency frequent
  frictional friendly front fruition fuck fuel fuelled full fully fun function fund fung fungi fungus funk
  funky further gable gain gambling garage garbage garde gay gen gender general genes genetic genre geocenter
  geocentric geographic geography geometric geometry girdle girl glacial glaciation gladiators glyceride
  glycerol goal goalie god governor grad grade gradual graduate grain grammar grammatical grand granite grant
  grantee grass grassy grave gravel gravitational gravity greatest grid grind guaranteed guard guerilla
  guerrilla guest guide guilds guilt guilty gun gusts gynaecology gynecology hailstone ham hand handle handy
  harbor harbour hard hardship hardstep hardstone harmonic harmony hash haven hay head health healthy hear
  heart heat heighten heir helicopter heliport herd hierarchical hierarchy hill hilly historic history hoe
  hoes homegrown homeland homestanding homestead homicide hominid honestly hop hose hot housewares hurdle
  hurling hurly hydrophilic hydrophobic hydroxy hydroxyl hyperextensions hypertension hypothesis hypothesized
  hypothetical idea ideal identification identify ill impact imperative imperial impersonal implicit
  implicitly impose impossible impractically imprecisely imprisoned inactive inadvertent inclined
  incompatible incomplete incorrect indeed indelible indentured index indicate indictment indirect indirectly
  induce inductee inductive ineffective inefficient inert inevitable infantry infarction infected infectious
  inferior inflected inflict influence influential influenza infraction inhabit inhibit injure injury inline
  insects inserts inspection instability install instantaneous instantiate instantly instincts institute
  instructed insufficient insure insurgent insurrection int intact integers integral intelligence
  intentionally inter interaction intercellular intercepts intercity interest interface interfere interfered
  interior internationally internet interns interpreted interrelated interrupted intersecting intertribal
  intertropical interval intervened intervention interview interwar interwoven intoxication intracellular
  intractable intrastate intro introduce introduction inventor inverting investigate investor invited
  invitees ion irregular irregularly isles iteration join joint jokingly jugs justification justify ker kid
  kilometer kilometres kind kinda kingship kinship kit labile labor labour laid lander landholders landlocked
  landlord landslide lane lar last late later latter latterly launch laundering law lawyers lay layer lean
  learn lease least length lengthened lengthy lens levee level lever lhane liability lib liberal liberi
  libertarian liberty librarian licensure light lightning line linearly linen linesman linesmen literacy
  literary liturgical liturgy live liver log logo logon lok long lots luck lucky lunch lvares lvarez mache
  macro macron macronyms magnification magnified main mainland maint maintain maker makes man mane manifesto
  manifests manny map marches margin marine maris marker marry match math matriculated matronymic meal
  measles meat medal medalist mediated meditating melodic melody memorized memory mental merchant meta
  metabolites metal meteoric meteorology meter methodology metre metro metropolis metropolises miaphysis
  miaphysitism micro micrometer micrometre micron microscope microscopy mid migrant migrate militarily
  militarism military millennia millennium millimeters millimetres min mined miners minus minute mist
  mistaken mistakenly mistreating mistrial mitochondria mitochondrial moc mode model moderate modern
  modernisation modernist modestly modification modify module modum modus moist molecular momentum mon
  monarch monarchy monasticism money monies monkey mono monoculars monopolized monopoly monument moon moral
  moralistic moralitas morning mortal mortuum mortuus most mountain mourning movement multiparty multiple
  multiply multivariate narrowly nationalisation nationalist nde neat necessarily necessary needle needs
  needy neighbor neighbours net neural neuro neuroethology neurolaw neurology neuron neuropathology
  neurotransmission neurotransmitter neutral nightlife nighttime nineteen nineteenth nobs noes nom nominally
  nominee non nonexistent nonfarm nonharms nontheistic nor normalcy north northeast northeastern northwest
  northwestern not notched nothing novelist number numerous numerus nuns nur nutrients nutrition nutritious
  obedience obey obvious obviously occupants occupy occur occurrence office official offshoots once opera
  operate orchestra orchestral ordained ordinal ordinarily ordinary org organise organizational orogen
  orogeny orthodox orthodoxy orthopaedics orthopedics outgrown outgrowth outwardly overblew overblow
  overblown overboard overflow overhaul overhead overland overlaps overlays overloaded overlooked overly
  overnight overseas overseers oversees oversight overspanned overtaken overthrew overthrow overthrown
  overturning overwork pace pain paint painter pan pants paper papier para parade paratus parole part partial
  participant particle particular particularly partisan partizanka partizanski partly partus party patch
  patchy patent paternal path patient patrol patronage patrons patronymic patroon patted pattern pay payroll
  pea peace peach peasant peasantry pedantic pedestrian pedestrianised pediments pek pen pendants peninsula
  peninsulam per percent percentage perception perceptual perfectly performatism peripheral periphery
  persecuted perspective pertaining pertinent petty phagocytosis phagocytosize phase phenomena phenomenon
  philology philosopher philosophy phone phonetic phonological phosphate phosphatidic phosphor phosphorus
  phosphorylated phrase physician physicist pie piece pier pierced piety pilots pin pit pity place placer
  plain plan plane planet planners plano plant planters plaster plastic plastids plea pleasant plied plots
  plug plunged plus police policy polio polite polity pollster polo polysaturated polyunsaturated pond pool
  pop populace popular popularise popularly populate populi portable portal portrait posits post pot potent
  potential potter pottery pound practible pre preach preacher precious predicate predict predictor
  predominant pregnancy pregnant prehistoric preposition prescribed prescriptive prescriptivism presence
  present presidios prestige prestigious presumptively pretty prevail prevalent prevent previous previously
  pricey primarily prime primer principal principle printer prioritizing priority privatisation pro proactive
  probably problematic procedure process processional processor proclaim proclamation produce product
  professed professional professor profound program programme progress progressivism project projectors
  proletarian proletariat pronounce pronouns pronunciation proper properly property proposition proprietary
  proprietors proscriptive prosecute prosecutor proselytize prospect prospectors prosper protect protector
  protest protestors provable prove provenance province provincial psychiatric psychiatry publicly pursuant
  qualification qualified qualitative quality quantification quantified quantitative quantity quarter
  quarterly quartet quiet quilts quit radiant radiation radioactive raid rain rainy rally ran ranches ranchos
  rapid rare ratification ratify ratio ration rats ray reaction read ready real realisation realism realist
  really realm rearward reason rebuild rebuilt recall recapture receptor recipe recipient reckless recognise
  recognition recognizable reconciliation reconciling reconsidered recourse recoverable recovery recreation
  recursion red redesigned reduce reduction reelected reenforcement refer referee referenced referenda
  referendum referral reflect refuse register registrar registration registries regularly reign reinforced
  reintroduced reintroduction reinvent reinvestment relative relay relevant relevo relieve religion
  religiosity rely remain remainder remember remembrance reminder repeatedly repertoire repertory replica
  replicating replied reportedly represent repressed reproducing reproduction requisitioning reservoir reside
  residues resign resolution resonant respond response restrain restraint restrict retain retraining
  retreated reused reveal revelation revolt revolution rice rid risk risky river riverbed rods roman romantic
  rot rski rule ruler rum runaways runway sacked sacred sad safe safer sag sake salars salary sale salt
  saltiest salty salute same sanction sanctuary sand sandy sanitary sarcophagi sarcophagus sat savanna
  savannah save saw say scale scarce scars schappen schemas schematics schiacciato scholarly scientific
  scientist score scoreline scorers scramblases scriptures scrutinise scrutiny sculptor sculpture sea
  seaboard seafloor seat sec secede secondary secondly secretary secretly sedentary sediment sedimentary seed
  sell senate send sensation sensor sensory sentiment separate sequence sequent sequentially serialise
  serious seriously server set seventh seventy severe sgn shaking shame sharpened sharper shed shell
  shellfishing shift shin shingles shining shinney shinny shinty shiny shirts shit shoes shore shoreline
  short shortened shorter shot shots shoulder shout shower showery shrines shuck shut sick sickles side sight
  sign signer significant sil silver silvery similarly simple simplest simplification simplify simplistic
  simply simulate simultaneous sin singers single singleton skate skater slave slavers slavery sliding slight
  slightly smallest smoke smokers snowflake snowiest soared socialist societal society soil solar solder
  soldier solu solution somewhat son sopranino sore sort soul southeast southeastern southerly southern
  southwest southwestern sovereign sovereignty span spawned spearing spec specialisation specialist specialty
  species specific specify spectacle spectrum speed spelled spend sphingoid sphingosine spice spirit
  spiritual spliced spoil sport spot squatter stabbing stability stable stack stagnant stagnated stained
  stake stakeholders stand standard standardisation stannanes stannates stannic stannite star starboard start
  starve stat statehood statins station stats statue statute staves stays steadily steam steep steer stem
  step steppe sterling sterol sters stiacciato stick stigma stigmatized stimulate stimulus stinging store
  storey story straight strain strange strangling strategic strategy stream strength strengthened strep
  stricter strictly strike striker string strip stripe stronger strongest strongly structure studiously study
  stuff stuffing sturdy subaerial subclass subcontinent subdivide subdivision subgroup subject subjectivism
  submachine submarines subroutine subscribers subscription subsection subseries subset subsidiarity
  subsidiary subsidized subsidy substance substantial substrata substrates subtle subtly subtracted suburban
  successor sucks suddenly sue sum sun sung sunglass super superb superbly superconducting superconductor
  superior supernatural superpower supersaturated suprema supremacy supreme sur surplus surpluses surrounds
  survivor suspend suspension swamps swampy swapped swing syllabic syllables symbolising symmetric symmetry
  sympathised sympathizers sympathy synchronises synchronized synthase synthesis synthesize synthetic
  systematic tab tacked tackle tail tak tall tallies tan tank tap tape tar tat tax taxa taxation tea teach
  tech technique temp temperament tempered temple tempo temporarily temporary tempore tend tenet tenn tennis
  tens tente tenth ter terminal termini terminus terra terraced thatcher theater theatre theatrical theme
  theological theology theorem theoretical theorist thereafter therefore thesis thickening thicker thin think
  thinkers thinner thioester thirteen thirteenth thorough thoroughly threat threaten three threefold
  threshold through thrust ticker tide tie tier tilted tim timber timbres time timer tin tinne tinny tiny tip
  tired title ton topic tough tourism tourist towing track tract tractu trade traders tradition traffic
  trafficking trails train trait trans transact transatlantic transcendence transfer transform transient
  transit translate transmission transmitted transmitters transparent transplants transport transposed
  transposition transverse trauma traumatic treasures treasury treat treaty trend trial tribal tribe trick
  trickle trie triesters trip triple triumphal trophic tropics trough truce true trust trustees tuner tunes
  unabated unable unaffiliated uncertain uncertainty undercover undercut undergrad undergraduate underlined
  undermine underpins undertook underway underwent underwrite underwrote undrafted unemployed unexplored
  unfavorable unfavourable unification unify unintended unintentional unit unity unnatural unnecessarily
  unnecessary unofficial unrelated unreliable unresolve unsaturated unusable unusual updraft user ushered
  utility utopia utopian vacant vacation vapor vapour variant variation various variously venous venue ver
  verification verified vestiges vestigial vetted vial vicar vicariously vigor vigour violence violent virtue
  virus vital volcanic volcano voluntarily voluntary von vote voter vous wad waist wait wand war ware
  warehouse wars warships wash waste water waterway watery wave wavers ways wealth wealthier wealthiest
  wealthy weaponry wear weary wed wee weigh weight welds well west westerlies wet whale wharf whatsoever
  wheat whereas wherever whet whey whither whore wide widening wider widows width wielding wikimedia
  wikipedia wild win winch wind window windy winehouses wino wish witch witness woe woo woodland woodwind
  word workshop world worse worship worst worth worthy wrested wrestled write writer yeomanry
`;

let terms: ReadonlySet<string> | null = null;

/**
 * Whether a word is one that people write on purpose. Reads its list when it is first asked, which takes some 5 ms:
 * only words that the library does not hold are asked for.
 *
 * @param word lower case
 */
export function isWellSpelled(word: string): boolean {
  terms ??= new Set(WORDS.trim().split(/\s+/).map(termOf));
  return terms.has(termOf(word));
}
