"""Sentences of a published record with their evidence, and edits of them: `+` is true of it, `-` is not."""
# ruff: noqa: E501  # a sentence stands in one line, as its source has it

CASES = {
    "a count and a weight": (
        """
en@2026-08-01 the Dominican Navy salvaged 377 packages of cocaine amounting to 1,000 kg.
en@2026-08-01 the boat was destroyed some 80 nautical miles south of Beata Island
day 2025-09-19
""",
        """
+ After the strike of 19 September 2025 the Dominican Navy recovered 377 packages of cocaine, about 1,000 kilograms.
+ The Dominican Navy recovered 377 packages of cocaine, or one tonne.
+ The Dominican Navy recovered three hundred and seventy-seven packages.
+ In September 2025 the Dominican Navy recovered 377 packages of cocaine.
+ The Navy recovered more than 370 packages, it says, some 80 nautical miles south of an island.
+ The Navy recovered almost 400 packages.
+ It recovered 1 000 kilograms of cocaine.
+ The boat was hit eighty nautical miles south of an island.
- The Dominican Navy recovered 9,377 packages of cocaine.
- The Dominican Navy recovered 377 packages of cocaine, about 10,000 kilograms.
- The Dominican Navy recovered 377 kilograms of cocaine.
- The Dominican Navy recovered 1,000 packages of cocaine.
- The Dominican Navy recovered 377 packages of cocaine, about 1,000 tonnes.
- The Dominican Navy recovered 1,000 pounds of cocaine.
- The boat was hit some 80 miles south of an island.
- The boat was hit some 80 kilometres south of an island.
- The boat was hit 18 nautical miles south of an island.
- After the strike of 20 September 2025 the Dominican Navy recovered 377 packages.
- After the strike of 19 September 2024 the Dominican Navy recovered 377 packages.
- In October 2025 the Dominican Navy recovered 377 packages.
- The Navy recovered fewer than 300 packages of cocaine.
- The Navy recovered more than 400 packages of cocaine.
- The Navy recovered thirty-seven packages of cocaine.
- The Navy recovered $1,000 worth of cocaine.
- The Navy recovered 377 percent more cocaine.
- The Navy recovered dozens of packages of cocaine.
- The Navy recovered a million packages of cocaine.
""",
    ),
    "a share of a year": (
        """
en@2025-12-03 84 percent of the cocaine seized in 2024 originated from Colombia
day 2024
""",
        """
+ The DEA says that 84 percent of the cocaine seized in 2024 came from Colombia.
+ The DEA says that 84% of the cocaine seized in 2024 came from Colombia.
+ The DEA says that 84 per cent of the cocaine seized in 2024 came from Colombia.
+ The DEA says that eighty-four percent of the cocaine came from Colombia.
+ The DEA says that more than 80 percent of the cocaine seized in 2024 came from Colombia.
+ The DEA says that more than four fifths of the cocaine came from Colombia.
- The DEA says that 48 percent of the cocaine seized in 2024 came from Colombia.
- The DEA says that 84 tons of cocaine came from Colombia.
- The DEA says that 84 percent of the cocaine seized in 2023 came from Colombia.
- The DEA says that 84 percent of the cocaine seized in 2025 came from Colombia.
- The DEA says that 84 percentage points more came from Colombia.
- The DEA says that 84 boats came from Colombia.
- The DEA says that half of the cocaine came from Colombia.
- The DEA says that more than 90 percent of the cocaine came from Colombia.
- The DEA says that less than half of the cocaine came from Colombia.
- The DEA says that two thirds of the cocaine came from Colombia.
- The DEA says that 8.4 percent of the cocaine came from Colombia.
""",
    ),
    "two shares": (
        """
en@2025-12-02 found that 51% of Americans opposed "killing suspected drug traffickers abroad without judicial process", while 29% supported it.
en@2025-11-14 Just 29% of Americans support US military killing drug suspects, Reuters/Ipsos poll finds
day 2025-11
""",
        """
+ Asked in November about killing suspects abroad "without judicial process", 29 percent were in favour, and 51 percent were against.
+ A slim majority, 51 percent, was against, and 29 for it.
+ About half of Americans were against; fewer than a third were for it.
+ Just over half were against.
- Asked in November about killing suspects abroad, 92 percent were in favour.
- Asked in December, 29 percent were in favour.
- Asked in November about killing suspects abroad "without any legal process", 29 percent were in favour.
- A quarter of Americans were in favour.
- Two thirds of Americans were against.
- Some 29 million Americans were in favour.
- Support was 51 points.
""",
    ),
    "a quarter is not ten percent": (
        """
en 10 percent of the boats were stopped, the Coast Guard said; nine out of ten passed
""",
        """
+ One boat in ten was stopped.
+ A tenth of the boats was stopped.
+ Ten percent of the boats were stopped, and 90 percent passed.
- A quarter of the boats were stopped.
- A third of the boats were stopped.
- One in five boats was stopped.
- Ten boats were stopped.
- Eight out of ten passed.
""",
    ),
    "words said in Spanish": (
        """
es@2025-12-02 Sin misiles he destruido en mi gobierno 18.400 laboratorios
es@2025-12-02 la destrucción de los 9 laboratorios diarios que hacemos
es@2025-12-02 un laboratorio cada 40 minutos
es@2025-12-02 no dañe dos siglos de relaciones diplomáticas
es@2025-12-02 ayudado a detener miles de toneladas de cocaína
day 2025-12-02
""",
        """
+ Under his government, he said, 18,400 laboratories had been destroyed.
+ He gave 18,400, nine a day, and one every 40 minutes.
+ He gave 18'400 laboratories.
+ He asked Trump not to damage two centuries of relations.
+ He asked Trump not to damage 200 years of relations.
+ Colombia, he said, helped to stop thousands of tonnes of cocaine.
+ On 2 December 2025 he spoke of more than 18,000 laboratories.
+ On Tuesday he spoke of 18,400 laboratories.
- Under his government, he said, 14,800 laboratories had been destroyed.
- Under his government, he said, 18.4 laboratories had been destroyed.
- Under his government, he said, 18,400 missiles had been destroyed in 40 days.
- He spoke of one laboratory every 14 minutes.
- He spoke of one laboratory every 40 hours.
- He asked Trump not to damage three centuries of relations.
- Colombia, he said, helped to stop millions of tonnes of cocaine.
- Colombia, he said, helped to stop dozens of tonnes of cocaine.
- On 3 December 2025 he spoke of 18,400 laboratories.
- On Wednesday, 3 December, he spoke of 18,400 laboratories.
- Under his government, he said, 18.400 laboratories had been destroyed.
""",
    ),
    "number words in Spanish": (
        """
es El pasado 15 de septiembre, Alejandro Carranza, de 42 años, salió a pescar
es murieron treinta y dos personas en veintiún ataques, un tercio de ellas en mayo
es una docena de lanchas y medio millón de dólares
""",
        """
+ Alejandro Carranza, 42, went out to fish on 15 September.
+ The 42-year-old went out to fish on 15 September.
+ In 21 attacks 32 people died, a third of them in May.
+ Twelve boats and $500,000 were lost.
+ A dozen boats and half a million dollars were lost.
- Alejandro Carranza, 24, went out to fish on 15 September.
- The 42-year-old went out to fish on 16 September.
- The 52-year-old went out to fish.
- In 21 attacks 23 people died.
- In 21 attacks 32 people died, a quarter of them in May.
- In 21 attacks 32 people died, a third of them in June.
- Two dozen boats were lost.
- Half a billion dollars were lost.
- Half a million euros were lost.
- A dozen boats and 500,000 pesos were lost.
""",
    ),
    "a first announcement": (
        """
en@2025-09-02 US military kills 11 people in strike on alleged drug boat from Venezuela, Trump says
en@2025-12-02 revealed that two people had survived the first hit and were killed by a second strike
en "FIRST STRIKE: September 2 – First strike against a vessel off the coast of Venezuela, killing 11"
day 2025-09-02
""",
        """
+ Trump announced on 2 September 2025 that a strike had killed 11 people.
+ On September 2, 2025, a strike killed eleven people.
+ On Sept. 2 a strike killed 11.
+ In September 2025 a strike killed 11 people.
+ In 2025 a strike killed 11 people, two of them with a second strike.
+ The two survivors were killed by the second strike.
+ On the 2nd of September 2025 more than ten people were killed.
- Trump announced on 2 September 2025 that a strike had killed 14 people.
- Trump announced on 3 September 2025 that a strike had killed 11 people.
- Trump announced on 2 September 2026 that a strike had killed 11 people.
- On September 12, 2025, a strike killed eleven people.
- In October 2025 a strike killed 11 people.
- The three survivors were killed by the second strike.
- Trump announced that a strike had killed 11 percent of the crew.
- Trump announced that a strike had destroyed 11 bridges.
- At most eight people were killed.
- The strike killed hundreds of people.
- The US military killed "eleven innocent people".
""",
    ),
    "bounds": (
        """
en@2025-12-02 More than 80 people have been killed in the strikes since early September.
en@2025-12-03 killed at least 83 people
en@2025-12-11 more than 16,000 troops have reportedly been deployed by the United States to the Caribbean
en@2026-01-30 including up to 40 boats
""",
        """
+ More than 80 people have been killed since September.
+ At least 83 people were killed.
+ At least 83 were killed, Al Jazeera wrote.
+ TASS wrote of more than 16,000 troops.
+ Thousands of troops were sent.
+ Dozens of people were killed.
+ Up to 40 boats were counted.
- Fewer than 80 people have been killed since September.
- At most 83 people were killed.
- More than 90 people have been killed.
- TASS wrote of more than 160,000 troops.
- TASS wrote of fewer than 16,000 troops.
- At least 40 boats were counted.
- Hundreds of people were killed.
- Tens of people in 16,000 boats were killed.
- More than 80 boats were hit, and 83 ships.
""",
    ),
    "votes": (
        """
en The first failed in a 210-216 split, and the second failed 211-213.
en which failed in the Senate 51–48 on 8 October 2025.
en The vote was 51-50 for a point of order that blocked the war powers resolution
day 2025-12-17
""",
        """
+ Two resolutions failed on 17 December 2025, by 210 to 216 and by 211 to 213.
+ The Senate rejected it on 8 October 2025, 48 to 51.
+ A point of order stopped it by 51 to 50.
+ In the Senate it failed in October 2025.
- Two resolutions failed on 17 December 2025, by 210 to 213.
- Two resolutions failed on 17 December 2025, by 201 to 216.
- The Senate rejected it on 8 October 2025, 51 to 49.
- The Senate rejected it on 8 November 2025, 51 to 48.
- The Senate rejected it on 10 August 2025, 51 to 48.
- A point of order stopped it by 52 to 50.
- A point of order stopped it by 51 to 48 percent.
""",
    ),
    "money": (
        """
en On 7 August, the Trump administration doubled an existing $50 million reward
en Senate passes $901 billion defense bill that pushes Hegseth for boat strike video
en the drone cost €2.5m, or 10k a day
day 2025-08-07
""",
        """
+ In August 2025 the US doubled a reward of $50 million.
+ The US doubled a reward of 50 million dollars.
+ The US doubled a reward of US$50m.
+ A bill of $901bn was passed.
+ A bill of 901 billion dollars was passed.
+ The drone cost 2.5 million euros, or 10,000 a day.
+ The reward was twice what it had been.
- The US doubled a reward of $15 million.
- The US doubled a reward of $50 billion.
- The US doubled a reward of 50 million euros.
- The US doubled a reward of £50 million.
- The US tripled a reward of $50 million.
- The US halved a reward of $50 million.
- A bill of $901 million was passed.
- A bill of $109 billion was passed.
- The drone cost 25 million euros.
- The drone cost $2.5 million.
- The drone cost 2.5 million euros, or 100,000 a day.
- Some 50 million people were offered a reward.
""",
    ),
    "measures": (
        """
en the boat ran at 42 mph for half an hour, 65 miles away from Trinidad, at 9:30 p.m.
en the Coast Guard carried out a search and rescue mission before suspending it after 56 hours.
en its mandatory, typical 96-hour search had yielded no survivor; it was -3.5 degrees
""",
        """
+ The boat ran at 42 mph.
+ The boat ran at 42 miles per hour for 30 minutes.
+ It was 65 miles from Trinidad at 9.30pm.
+ At 21:30 it was 65 miles from Trinidad.
+ The search stopped after 56 hours.
+ The search of 96 hours, or four days, found nobody.
+ It was minus 3.5 degrees.
- The boat ran at 42 km/h.
- The boat ran at 42 knots.
- The boat ran at 24 mph.
- The boat ran at 42 mph for half a day.
- The boat ran at 42 mph for an hour and 30 seconds.
- It was 65 kilometres from Trinidad.
- At 9:30 a.m. it was 65 miles from Trinidad.
- At 10:30 p.m. it was 65 miles from Trinidad.
- The search stopped after 56 days.
- The search stopped after 65 hours.
- The search of three days found nobody.
- It was 3.5 degrees.
""",
    ),
    "ordinals and labels": (
        """
en U.S. Military Kills Another 6 People in 5th Caribbean Strike, Trump Says
en stated in November 2025 that the 60-day limit of the War Powers Resolution did not apply under Article II
en Wednesday's strike was the 26th since such operations began on Sept. 2
""",
        """
+ It was the fifth strike in the Caribbean, and killed six people.
+ It was the twenty-sixth strike.
+ Article II of the Constitution sets no limit of 60 days.
+ A limit of sixty days does not apply.
+ There are two sets of rules, and three questions about them.
+ Strike 26 came on a Wednesday.
+ The second question is another one.
- It was the third strike in the Caribbean.
- It was the 15th strike in the Caribbean.
- It was the twenty-fifth strike.
- It killed 5 people.
- Article I of the Constitution sets no limit of 60 days.
- A limit of 90 days does not apply.
- A limit of 60 hours does not apply.
- There were 26 percent more strikes.
- A fifth of the strikes were in the Caribbean.
""",
    ),
    "dates told from others": (
        """
day 2025-10-21
day 2025-10-27
en@2025-10-28 US forces have killed 14 individuals in strikes targeting four suspected drug-smuggling vessels, Hegseth announced on Tuesday.
""",
        """
+ On 21 October 2025 a boat was hit. Six days later 14 people were killed on four boats.
+ On 21 October 2025 a boat was hit; six days after that, on 27 October, 14 people were killed.
+ On 21 October a boat was hit, and on 27 October four more.
+ Hegseth announced it on Tuesday, 28 October 2025.
+ On 27 October 14 people were killed, and the same day it was announced.
- On 21 October 2025 a boat was hit. Five days later 14 people were killed on four boats.
- On 21 October 2025 a boat was hit. Two weeks later 14 people were killed on four boats.
- On 21 October 2025 a boat was hit. The next day 14 people were killed on four boats.
- On 21 October 2025 a boat was hit. A month later 14 people were killed.
- On 26 October 14 people were killed.
- Hegseth announced it on Tuesday, 4 November 2025.
- Hegseth announced it on Friday.
""",
    ),
    "words that were said": (
        """
en “Most importantly, we will secure this homeland from the drugs that are killing our people,” Hegseth wrote.
en had given a verbal order to "kill everybody"
en '"Admiral (Frank) Bradley worked well within his authority and the law" in ordering the additional strike'
""",
        """
+ The operation secures the country, Hegseth says, "from the drugs that are killing our people".
+ It was reported that he had given an order to “kill everybody”.
+ Bradley "worked well within his authority and the law", the White House says.
+ Bradley "worked well within […] the law", the White House says.
+ He wrote: "[W]e will secure this homeland from the drugs that are killing our people."
- The operation secures the country, Hegseth says, "from the drugs that are killing us all".
- It was reported that he had given an order to “kill nobody”.
- Bradley "worked far outside his authority and the law", the White House says.
- Trump said: "I would do it again tomorrow."
- Bradley "worked well within the law", the White House says.
- It was reported that he had given an order to “kill everybody on the 12 boats”.
""",
    ),
    "what was worked out": (
        """
en@2020-09-30 Entre enero y septiembre de este año la Fuerza Pública logró la destrucción de 4.068 laboratorios de coca
es@2020-09-30 Entre enero y septiembre de este año la Fuerza Pública logró la destrucción de 4.068 laboratorios de coca
derived 9 months
derived 15 a day
day 2020
""",
        """
+ The ministry reported 4,068 laboratories for nine months of 2020, which is about 15 a day.
+ The ministry reported more than 4,000 laboratories.
- The ministry reported 4,608 laboratories for nine months of 2020.
- The ministry reported 4,068 laboratories for eight months of 2020, which is about 15 a day.
- The ministry reported 4,068 laboratories for nine months of 2021.
- The ministry reported 4,068 laboratories, which is about 51 a day.
- The ministry counted the 4,000 boats of its fleet.
""",
    ),
    "ranges": (
        """
en Between 30 and 40 percent of the 15,000 to 16,000 people came in 2022–2024, two to three million tonnes a year
en 11–13 | 27 October 2025 | Pacific | 4 | 14 | | 1
""",
        """
+ From 30 to 40 percent came in 2022 to 2024.
+ Between 15,000 and 16,000 people came.
+ It was two to three million tonnes a year.
+ Strikes 11 to 13 were on 27 October 2025.
- From 30 to 50 percent came in 2022 to 2024.
- From 20 to 40 percent came in 2022 to 2024.
- Between 15,000 and 18,000 people came.
- It was two to four million tonnes a year.
- It was two to three billion tonnes a year.
- From 30 to 40 people came.
""",
    ),
    "areas, shares of a fleet, large numbers": (
        """
en@2025-12-01 the area under coca cultivation rose 10% from 253,000 hectares (625,177 acres) in 2022 to 2023
en@2025-12-01 It noted that last year saw a record production of 2,600 tons of cocaine
en@2025-12-01 led by 1.5 million troops and 3½ dozen ships, nearly a third of the fleet; a $13.4bn carrier
day 2023
""",
        """
+ The area under coca rose by a tenth, from 253,000 hectares, in 2023.
+ Coca covered about a quarter of a million hectares in 2022.
+ Coca covered 2,530 square kilometres in 2022.
+ Colombia made 2,600 tonnes of cocaine in 2023.
+ Colombia made 2.6 million kilograms of cocaine.
+ More than 250,000 hectares were under coca.
+ Some 1.5m troops and 42 ships took part.
+ A carrier worth $13.4 billion.
+ Over a million troops took part.
+ About 30 percent of the fleet took part.
- The area under coca rose by a fifth.
- The area under coca rose by 10 hectares.
- The area under coca rose by 10 percentage points.
- The area was 235,000 hectares.
- The area was 253,000 acres.
- Colombia made 2,600 kilograms of cocaine.
- Colombia made 26,000 tonnes.
- Colombia made 2.6 tons of cocaine.
- Some 15 million troops took part.
- Two dozen ships took part.
- A carrier worth $13.4 million.
- A carrier worth €13.4 billion.
- Half of the fleet took part.
- Nearly 2 million troops took part.
- In 2021 the area rose.
- In the 1990s the area rose.
- Two thirds of the fleet took part.
""",
    ),
    "ages, a poll, and a voyage": (
        """
en@2026-03-21 three men alive right after the strike on 19 March; at 4:15 a.m. the first two had died, aged 31 and 27
en@2026-03-21 The poll of 1,004 adults had a margin of 3.2 points; support fell from 53% in May to 41 in July
es@2026-03-22 el buque recorrió mil doscientas millas náuticas en cinco días y medio, con 18 tripulantes a bordo
day 2026-03-19
""",
        """
+ On 19 March 2026 three men were alive; two later died.
+ At 04:15 the first two had died, 31 and 27 years old.
+ The 31-year-old and the 27-year-old died.
+ Support fell from 53 percent to 41 percent.
+ Support fell from more than half to about two fifths.
+ The poll asked about a thousand adults, with a margin of 3.2 percentage points.
+ The ship covered 1,200 nautical miles in five and a half days.
+ The ship had a crew of 18.
+ Eighteen people were aboard.
- On 20 March 2026 three men were alive.
- On 19 March 2025 three men were alive.
- Four men were alive on 19 March.
- At 4:15 p.m. the first two had died.
- The 37-year-old died.
- Support fell from 53 percent to 14 percent.
- Support fell from 53 percent in May to 41 percent in June.
- The poll asked 10,004 adults.
- The poll had a margin of 3.2 percent.
- The poll had a margin of 32 points.
- The ship covered 1,200 miles.
- The ship covered 12,000 nautical miles.
- The ship covered 1,200 nautical miles in five and a half weeks.
- The ship had a crew of 80.
- Eight people were aboard.
- The ship covered 2,100 nautical miles.
- Hundreds of people were aboard.
""",
    ),
    "a report, a group, a rise": (
        """
en@2025-11-13 The Washington Post reported on Wednesday that the Justice Department had drafted a classified opinion in July laying out the legal basis
en@2025-11-02 CNN: 24 cartels and criminal organizations; two-thirds of them Mexican; the strike group has 4,000-plus sailors and 75 aircraft
en@2025-11-14 between July 1 and Nov. 12, the command flew 1,600 sorties, up from 400 – a fourfold rise
day 2025-11-12
""",
        """
+ The Washington Post reported in November 2025 on a classified opinion, drafted in July.
+ It names 24 groups, two thirds of them Mexican.
+ More than 4,000 sailors and 75 aircraft belong to the group.
+ From 1 July to 12 November 2025 the command flew 1,600 sorties.
+ The number of sorties quadrupled, from 400 to 1,600.
+ It flew four times as many sorties.
- The opinion names 42 cartels.
- The opinion names 24 cartels, a third of them Mexican.
- The opinion names three dozen cartels.
- It was drafted in June.
- More than 40,000 sailors belong to the group.
- Fewer than 4,000 sailors belong to the group.
- The group has 57 aircraft.
- From 1 July to 21 November 2025 the command flew 1,600 sorties.
- From 1 June to 12 November 2025 the command flew 1,600 sorties.
- The number of sorties doubled, from 400 to 1,600.
- The command flew 16,000 sorties.
- The command flew 400 hours.
- The opinion names 24 people.
- The opinion names 24 percent of the cartels.
""",
    ),
    "a seizure told in Spanish": (
        """
es@2025-10-18 La Armada incautó 3,2 toneladas de cocaína y 1.800 kilos de marihuana el martes, a las 6:40 de la mañana
es@2025-10-18 Un 65 % de los encuestados rechaza los ataques; el doble que en agosto. Unos 2.300 millones de pesos, casi la cuarta parte del presupuesto
es@2025-10-18 por tercera vez; el quinto ataque; ambos sobrevivientes, de 34 y 41 años; no hubo detenidos
""",
        """
+ The navy seized 3.2 tonnes of cocaine and 1,800 kilograms of marijuana.
+ The navy seized 3,200 kilograms of cocaine and 1.8 tonnes of marijuana.
+ On Tuesday, 14 October 2025, at 6:40 a.m., it seized 3.2 tonnes.
+ Sixty-five percent reject the attacks, twice as many as in August.
+ Nearly two thirds reject the attacks.
+ Some 2.3 billion pesos, nearly a quarter of the budget.
+ The two survivors are 34 and 41.
+ It was the fifth attack.
+ Nobody was arrested.
- The navy seized 32 tonnes of cocaine.
- The navy seized 3.2 kilos of cocaine.
- The navy seized 3,200 tonnes of cocaine.
- The navy seized 1.8 kilograms of marijuana.
- On Wednesday, 15 October 2025, it seized 3.2 tonnes.
- At 6:40 p.m. it seized 3.2 tonnes.
- Fifty-six percent reject the attacks.
- Three quarters reject the attacks.
- Three times as many as in August reject the attacks.
- Some 2.3 million pesos.
- Some 2.3 billion dollars.
- Nearly a third of the budget.
- The survivors are 34 and 14.
- Three survivors are 34 and 41.
- It was the sixth attack.
- It was the seventh attack.
""",
    ),
}

# an original in Spanish; translations of it: `+` says the same as far as a machine can see, `-` does not
TRANSLATIONS = {
    "Sin misiles he destruido en mi gobierno 18.400 laboratorios": """
+ Without missiles I have destroyed 18,400 laboratories in my government
- Without missiles I have destroyed 18,400,000 laboratories in my government
- Without missiles I have destroyed 14,800 laboratories in my government
- With missiles I have destroyed 18,400 laboratories in my government
- Without missiles I have destroyed laboratories in my government
""",
    "no dañe dos siglos de relaciones diplomáticas. Ya me calumnió, no continúe por ahí.": """
+ Do not damage two centuries of diplomatic relations. You have already slandered me, do not go on that way.
+ Don’t damage two hundred years of diplomatic relations. You have already slandered me, don’t go on that way.
- Do not damage three centuries of diplomatic relations. You have already slandered me, do not go on that way.
- Damage two centuries of diplomatic relations. You have already slandered me, do not go on that way.
- Do not damage two centuries of diplomatic relations. You have already slandered me, go on that way.
""",
    "Juré no tocar un arma más desde el Pacto de paz de 1989, pero por la Patria tomaré de nuevo las armas que no quiero": """
+ I swore not to touch a weapon again since the peace pact of 1989, but for the homeland I will take up the arms I do not want
- I swore not to touch a weapon again since the peace pact of 1998, but for the homeland I will take up the arms I do not want
- I swore to touch a weapon again since the peace pact of 1989, and for the homeland I will take up the arms that I want
""",
    "Venga señor Trump a Colombia, el 84 por ciento no llega a Petro": """
+ Come to Colombia, Mr Trump, 84 percent does not reach Petro
- Come to Colombia, Mr Rubio, 84 percent does not reach Petro
- Come to Colombia, Mr Trump, 48 percent does not reach Petro
- Come to Venezuela, Mr Trump, 84 percent does not reach Petro
- Come to Colombia, Mr Trump, 84 tons do not reach Petro
""",
}
