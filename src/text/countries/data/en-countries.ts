/**
 * What English calls the countries of today and the former states. One line each:
 * `code | names | official names | people and adjectives | capitals | cities`, items parted by commas.
 *
 * An item is matched with its capitals as written. `?rule` after an item names the contextual rule
 * that must agree. A people that takes an s in the plural has it added when the table is read.
 * A city stands here when an address that names it all but certainly means this one: capitals,
 * the largest cities of a country, and cities in the news of wars.
 */
export const COUNTRIES = `
AD | Andorra | Principality of Andorra | Andorran | Andorra la Vella |
AE | United Arab Emirates, Emirates, UAE, U.A.E. | | Emirati, Emiri | Abu Dhabi | Dubai, Sharjah
AF | Afghanistan | Islamic Republic of Afghanistan, Islamic Emirate of Afghanistan | Afghan, Afghani | Kabul | Kandahar, Herat, Mazar-i-Sharif, Jalalabad, Kunduz, Helmand, Bagram, Tora Bora
AG | Antigua and Barbuda, Antigua | | Antiguan | |
AI | Anguilla | | Anguillan | |
AL | Albania | Republic of Albania, People's Republic of Albania, People's Socialist Republic of Albania | Albanian | Tirana | Durres, Durrës, Shkoder
AM | Armenia | Republic of Armenia | Armenian | Yerevan | Gyumri, Vanadzor, Spitak
AO | Angola | Republic of Angola, People's Republic of Angola | Angolan | Luanda | Huambo, Lobito, Benguela, Cabinda
AQ | Antarctica | | | |
AR | Argentina, Argentine Republic | | Argentine, Argentinian, Argentinean | Buenos Aires | Tucumán
AS | American Samoa | | American Samoan | Pago Pago |
AT | Austria | Republic of Austria | Austrian | Vienna | Salzburg, Innsbruck, Graz, Linz
AU | Australia | Commonwealth of Australia | Australian, Aussie | Canberra | Sydney?given, Melbourne, Brisbane, Adelaide
AW | Aruba | | Aruban | Oranjestad |
AX | Åland Islands | | | Mariehamn |
AZ | Azerbaijan | Republic of Azerbaijan | Azerbaijani, Azeri | Baku | Ganja, Nakhchivan, Shusha, Nagorno-Karabakh, Nagorny Karabakh, Nagorno Karabakh
BA | Bosnia and Herzegovina, Bosnia-Herzegovina, Bosnia, Bosnia & Herzegovina, Bosnia-Hercegovina | Republic of Bosnia and Herzegovina, Republika Srpska | Bosnian, Bosniak, Bosnian Serb, Bosnian Croat, Bosnian Muslim | Sarajevo | Srebrenica, Banja Luka, Mostar, Tuzla, Gorazde, Bihac
BB | Barbados | | Barbadian, Bajan | Bridgetown |
BD | Bangladesh | People's Republic of Bangladesh | Bangladeshi | Dhaka, Dacca | Chittagong, Cox's Bazar, Khulna, Sylhet
BE | Belgium | Kingdom of Belgium | Belgian | Brussels, Bruxelles | Antwerp, Ghent, Liège, Liege, Bruges, Flanders, Wallonia
BF | Burkina Faso | | Burkinabe, Burkinabè | Ouagadougou | Bobo-Dioulasso
BG | Bulgaria | Republic of Bulgaria, People's Republic of Bulgaria | Bulgarian | Sofia?given | Plovdiv, Varna
BH | Bahrain, Bahrein | Kingdom of Bahrain | Bahraini | Manama |
BI | Burundi | Republic of Burundi | Burundian, Burundi | Bujumbura, Gitega |
BJ | Benin | Republic of Benin, People's Republic of Benin | Beninese | Cotonou, Porto-Novo |
BL | Saint Barthélemy, St. Barthélemy, St. Barts | | | |
BM | Bermuda | | Bermudian, Bermudan | |
BN | Brunei Darussalam, Brunei | | Bruneian | Bandar Seri Begawan |
BO | Bolivia | Plurinational State of Bolivia, Republic of Bolivia | Bolivian | La Paz | Cochabamba, Santa Cruz de la Sierra, El Alto
BQ | Bonaire, Sint Eustatius, Caribbean Netherlands | | | |
BR | Brazil | Federative Republic of Brazil, United States of Brazil | Brazilian | Brasília, Brasilia | Rio de Janeiro, São Paulo, Sao Paulo, Belo Horizonte, Salvador de Bahia, Porto Alegre, Recife, Fortaleza, Manaus
BS | Bahamas, The Bahamas | Commonwealth of the Bahamas | Bahamian | |
BT | Bhutan | Kingdom of Bhutan | Bhutanese | Thimphu |
BW | Botswana | Republic of Botswana | Botswanan, Batswana, Motswana | Gaborone | Francistown
BY | Belarus | Republic of Belarus | Belarusian, Belarussian, Byelorussian, Belorussian | Minsk | Gomel, Homel, Mogilev, Vitebsk, Brest-Litovsk, Mahilyow, Hrodna
BZ | Belize | | Belizean | Belmopan | Belize City
CA | Canada, Dominion of Canada | | Canadian | Ottawa | Toronto, Montreal, Montréal, Vancouver, Calgary, Edmonton, Winnipeg
CC | Cocos (Keeling) Islands, Cocos Islands | | | |
CD | Democratic Republic of the Congo, Democratic Republic of Congo, DR Congo, DRC, D.R. Congo, Congo-Kinshasa, Congo (Kinshasa), Congo (Leopoldville), Congo (Léopoldville) | | | Kinshasa, Leopoldville, Léopoldville | Lubumbashi, Kisangani, Goma, Bukavu, Katanga, Kasai, Elisabethville, Stanleyville, Ituri, North Kivu, South Kivu, Kivu
CF | Central African Republic | | | Bangui |
CG | Republic of the Congo, Republic of Congo, Congo-Brazzaville, Congo (Brazzaville), People's Republic of the Congo | | | Brazzaville | Pointe-Noire
CH | Switzerland | Swiss Confederation, Helvetic Confederation | Swiss | Bern, Berne | Geneva, Zurich, Zürich, Basel, Lausanne, Lugano, Davos
CI | Côte d'Ivoire, Ivory Coast, Cote d'Ivoire | Republic of Côte d'Ivoire | Ivorian, Ivoirian, Ivory Coaster | Abidjan, Yamoussoukro | Bouaké
CK | Cook Islands | | Cook Islander | |
CL | Chile, Chili | Republic of Chile | Chilean, Chilian | Santiago de Chile, Santiago | Valparaíso, Valparaiso, Concepción, Antofagasta
CM | Cameroon | Republic of Cameroon, United Republic of Cameroon | Cameroonian | Yaoundé, Yaounde | Douala, Bakassi
CN | China, People's Republic of China, PRC, Red China, Communist China, P.R. China, Mainland China | | Chinese, Chinaman, Chinamen | Beijing, Peking, Peiping | Shanghai, Guangzhou, Shenzhen, Wuhan, Chongqing, Tianjin, Nanjing, Nanking, Tibet, Lop Nor, Xinjiang, Uighur, Uyghur, Manchuria, Canton?canton, Tiananmen Square, Tiananmen, Chengdu, Harbin, Sichuan, Yunnan, Guangdong, Hainan
CO | Colombia | Republic of Colombia | Colombian | Bogotá, Bogota | Medellín, Medellin, Cartagena, Barranquilla, Cúcuta
CR | Costa Rica | Republic of Costa Rica | Costa Rican | San José?accented |
CU | Cuba | Republic of Cuba | Cuban | Havana, Habana | Santiago de Cuba, Bay of Pigs, Playa Giron, Guantanamo, Guantánamo, Guantanamo Bay, Camagüey
CV | Cabo Verde, Cape Verde Islands | | Cape Verdean, Cabo Verdean | |
CW | Curaçao | | | Willemstad |
CX | Christmas Island | | | |
CY | Cyprus | Republic of Cyprus | Cypriot, Greek Cypriot, Turkish Cypriot, Greek-Cypriot, Turkish-Cypriot | Nicosia | Limassol, Famagusta, Larnaca, Kyrenia, Varosha, Northern Cyprus
CZ | Czech Republic, Czechia | | Czech | Prague | Brno, Ostrava, Pilsen, Bohemia, Moravia
DE | Germany, Federal Republic of Germany, FRG | | German, West German | Berlin, Bonn | Munich, Hamburg, Frankfurt, Cologne, Dresden, Leipzig, Stuttgart, Düsseldorf, Dusseldorf, Hannover, Hanover, Nuremberg, West Berlin, West Berliner, West Berliners, Berliner, Bremen, Western Germany, Lübeck, Bavaria, Saxony, Ramstein
DJ | Djibouti | Republic of Djibouti | Djiboutian | |
DK | Denmark | Kingdom of Denmark | Danish, Dane?finn | Copenhagen | Aarhus, Odense, Jutland
DM | Dominica, Commonwealth of Dominica | | | |
DO | Dominican Republic | | Dominican?dominican | Santo Domingo | Santiago de los Caballeros
DZ | Algeria | People's Democratic Republic of Algeria, Algerian People's Democratic Republic | Algerian | Algiers | Oran, Annaba
EC | Ecuador | Republic of Ecuador | Ecuadorian, Ecuadoran, Ecuadorean | Quito | Guayaquil, Galápagos, Galapagos, Galapagos Islands
EE | Estonia | Republic of Estonia | Estonian | Tallinn | Tartu, Narva
EG | Egypt | Arab Republic of Egypt | Egyptian | Cairo | Port Said, Suez Canal, Aswan, Luxor, Sharm el-Sheikh, Sharm El Sheikh, Sharm-el-Sheikh, Giza, Tahrir Square, Sinai, Sinai Peninsula, Sinai peninsula
EH | Western Sahara | Sahrawi Arab Democratic Republic, Saharawi Arab Democratic Republic | Sahrawi, Saharawi | Laayoune, El Aaiún |
ER | Eritrea | State of Eritrea | Eritrean | Asmara | Massawa
ES | Spain | Kingdom of Spain | Spanish, Spaniard | Madrid | Barcelona, Seville, Bilbao, Catalonia, Basque Country, Andalusia, Málaga, Zaragoza, Canary Islands, Cadiz, Guernica, Galicia
ET | Ethiopia | Federal Democratic Republic of Ethiopia | Ethiopian, Abyssinian | Addis Ababa | Tigray, Dire Dawa, Mekelle, Ogaden
FI | Finland | Republic of Finland | Finnish, Finn?finn | Helsinki | Tampere, Turku, Espoo
FJ | Fiji, Fiji Islands | Republic of Fiji | Fijian | Suva |
FK | Falkland Islands, Malvinas, Falklands, Islas Malvinas, Falkland Islands (Malvinas) | | Falkland Islander | Port Stanley |
FM | Federated States of Micronesia, Micronesia | | Micronesian | Palikir | Pohnpei, Chuuk, Kosrae
FO | Faroe Islands, Faeroe Islands, Faroes | | Faroese | Torshavn |
FR | France | French Republic, Kingdom of France | French, Frenchman, Frenchmen, Frenchwoman, Frenchwomen | Paris?given | Marseille, Marseilles, Lyon, Lyons, Toulouse, Strasbourg, Bordeaux, Normandy, Alsace-Lorraine, Alsace, Lorraine?given, Corsica, Verdun, Calais, Cannes, Dunkirk, Vichy France, Brittany?given, Lille, Nantes, Versailles
GA | Gabon | Gabonese Republic | Gabonese | Libreville |
GB | United Kingdom, Great Britain, Britain, UK, U.K., England?person, Scotland, Wales?person, Northern Ireland | United Kingdom of Great Britain and Northern Ireland, United Kingdom of Great Britain and Ireland | British, Briton, Britisher, Brit, English, Englishman, Englishmen, Englishwoman, Scottish, Scot, Scotsman, Welsh, Welshman, Welshmen, Scotsmen, Brits | London?given, Londoner, Edinburgh, Cardiff, Belfast | Liverpool, Glasgow?person, Leeds, Ulster, Lockerbie, Sheffield, Bristol, Northern Irish, Heathrow, Yorkshire, Cornwall?person, Nottingham, Lancashire, Cambridgeshire, Oxfordshire, Hertfordshire, Lincolnshire, Nottinghamshire, Leicestershire, Derbyshire, Staffordshire, Gloucestershire, Northamptonshire, Buckinghamshire, Bedfordshire, Pembrokeshire, Aberdeen
GD | Grenada | | Grenadian | |
GE | Georgia?georgia, Republic of Georgia | | Georgian?georgia | Tbilisi, Tiflis | South Ossetia, Abkhazia, South Ossetian, Abkhazian, Tskhinvali, Batumi, Gori, Sukhumi, Kutaisi, Abkhaz
GF | French Guiana, Guyane | | | Cayenne |
GG | Guernsey | | | |
GH | Ghana | Republic of Ghana | Ghanaian | Accra | Kumasi
GI | Gibraltar | | Gibraltarian | |
GL | Greenland | | Greenlander, Greenlandic | Nuuk | Thule
GM | Gambia, The Gambia | Republic of the Gambia, Republic of The Gambia, Islamic Republic of the Gambia | Gambian | Banjul |
GN | Guinea?guinea, Guinea-Conakry, Republic of Guinea, People's Revolutionary Republic of Guinea | | Guinean?guinea | Conakry |
GP | Guadeloupe | | | |
GQ | Equatorial Guinea | Republic of Equatorial Guinea | Equatorial Guinean, Equatoguinean | Malabo |
GR | Greece | Hellenic Republic, Kingdom of Greece | Greek, Hellenic, Grecian, Hellenes | Athens | Thessaloniki, Salonika, Piraeus, Crete, Lesbos, Samos, Corfu, Rhodes?person
GS | South Georgia and the South Sandwich Islands, South Georgia | | | |
GT | Guatemala | Republic of Guatemala | Guatemalan | Guatemala City |
GU | Guam | | Guamanian, Chamorro | Hagåtña, Agana |
GW | Guinea-Bissau, Guinea Bissau | Republic of Guinea-Bissau, Guinea (Bissau) | Bissau-Guinean, Bissau Guinean | Bissau |
GY | Guyana | Co-operative Republic of Guyana, Cooperative Republic of Guyana | Guyanese | | Essequibo
HK | Hong Kong, Hongkong | | Hong Konger | |
HN | Honduras | Republic of Honduras | Honduran | Tegucigalpa | San Pedro Sula
HR | Croatia | Republic of Croatia | Croatian, Croat | Zagreb | Dubrovnik, Vukovar, Krajina, Rijeka
HT | Haiti | Republic of Haiti | Haitian, Haytian, Haytien | Port-au-Prince | Cap-Haïtien, Cap-Haitien, Cité Soleil
HU | Hungary | Hungarian People's Republic, Republic of Hungary | Hungarian, Magyar | Budapest | Debrecen, Szeged
ID | Indonesia | Republic of Indonesia | Indonesian | Jakarta, Djakarta, Batavia, Nusantara | Bali, Surabaya, Bandung, Aceh, Sumatra, Java, Javanese, Sulawesi, West Papua, West Irian, Banda Aceh, Medan
IE | Ireland?given, Irish Republic, Republic of Ireland, Eire | | Irish, Irishman, Irishmen, Irishwoman, Irishwomen | Dublin | Limerick, Galway, Cork City
IL | Israel?given | State of Israel | Israeli | Tel Aviv, Tel-Aviv | Haifa, Negev, Sderot, Ashkelon, Ashdod, Beersheba, Beer Sheva, Eilat, Galilee
IM | Isle of Man | | Manx | |
IN | India | Republic of India, Union of India | Indian?indian | New Delhi, Delhi | Mumbai, Bombay, Calcutta, Kolkata, Bangalore, Bengaluru, Chennai, Madras, Hyderabad, Gujarat, Goa, Kerala, Bihar, Tamil Nadu, Assam, Bhopal, Ahmedabad
IO | British Indian Ocean Territory, Chagos Archipelago, Chagos Islands | | | Diego Garcia |
IQ | Iraq, Irak | Republic of Iraq, Kingdom of Iraq | Iraqi | Baghdad, Bagdad | Mosul, Basra, Basrah, Fallujah, Kirkuk, Erbil, Irbil, Najaf, Karbala, Tikrit, Ramadi, Anbar, Anbar Province, Sadr City, Abu Ghraib, Sinjar, Tal Afar, Nineveh, Baqubah, Samarra, Halabja
IR | Iran | Islamic Republic of Iran, Imperial Government of Iran | Iranian, Persian | Tehran, Teheran | Isfahan, Esfahan, Mashhad, Shiraz, Tabriz, Natanz, Bushehr, Fordow
IS | Iceland | Republic of Iceland | Icelandic, Icelander | Reykjavík, Reykjavik |
IT | Italy | Italian Republic, Kingdom of Italy | Italian | Rome | Milan?given, Naples, Turin, Venice, Florence?given, Genoa, Sicily, Sardinia, Palermo, Bologna, Trieste, Lampedusa, Tuscany, Lombardy, Anzio, Sicilian
JE | Bailiwick of Jersey | | | |
JM | Jamaica | | Jamaican | | Montego Bay
JO | Jordan?given | Hashemite Kingdom of Jordan, Hashemite Kingdom | Jordanian | Amman | Aqaba, Zarqa, Za'atari, Irbid
JP | Japan | | Japanese | Tokyo, Tokio | Osaka, Kyoto, Yokohama, Nagoya, Hiroshima, Nagasaki, Fukushima, Okinawa, Sapporo, Kobe, Iwo Jima, Hokkaido
KE | Kenya | Republic of Kenya | Kenyan | Nairobi | Mombasa, Kisumu, Dadaab
KG | Kyrgyzstan | Kyrgyz Republic | Kyrgyz, Kyrgyzstani, Kirghiz | Bishkek | Osh
KH | Cambodia | Kingdom of Cambodia, People's Republic of Kampuchea | Cambodian, Kampuchean, Khmer Rouge, Khmer | Phnom Penh, Pnompenh, Pnom Penh | Siem Reap
KI | Kiribati | Republic of Kiribati | I-Kiribati | |
KM | Comoros, Comoro Islands | Union of the Comoros, Islamic Federal Republic of the Comoros | Comorian, Comoran | Moroni |
KN | Saint Kitts and Nevis, St. Kitts and Nevis, St. Kitts, St Kitts and Nevis, Saint Christopher and Nevis, Saint Kitts | | Kittitian | Basseterre |
KP | North Korea, DPRK, D.P.R.K. | Democratic People's Republic of Korea | North Korean | Pyongyang, P'yongyang |
KR | South Korea, ROK, Republic of Korea | | South Korean | Seoul | Busan, Pusan, Incheon, Inchon, Daegu, Gwangju, Pyeongchang, PyeongChang
KW | Kuwait | State of Kuwait | Kuwaiti | Kuwait City |
KY | Cayman Islands, Grand Cayman | | Caymanian | |
KZ | Kazakhstan | Republic of Kazakhstan | Kazakh, Kazakhstani | Nur-Sultan, Astana | Almaty, Alma-Ata, Baikonur, Semipalatinsk
LA | Laos | Lao People's Democratic Republic, Kingdom of Laos, Lao PDR | Laotian, Lao | Vientiane | Luang Prabang, Pathet Lao
LB | Lebanon | Lebanese Republic | Lebanese | Beirut, Beyrout | Sidon, Sabra and Shatila, Bekaa, Bekaa Valley
LC | Saint Lucia, St. Lucia, St Lucia | | Saint Lucian, St. Lucian | Castries |
LI | Liechtenstein | Principality of Liechtenstein | Liechtensteiner | Vaduz |
LK | Sri Lanka | Democratic Socialist Republic of Sri Lanka | Sri Lankan, Sinhalese | Colombo | Kandy, Jaffna, Trincomalee
LR | Liberia | Republic of Liberia | Liberian | Monrovia |
LS | Lesotho | Kingdom of Lesotho | Basotho, Mosotho | Maseru |
LT | Lithuania | Republic of Lithuania | Lithuanian | Vilnius, Vilna | Kaunas, Klaipeda
LU | Luxembourg, Luxemburg | Grand Duchy of Luxembourg | Luxembourger, Luxembourgish | |
LV | Latvia | Republic of Latvia | Latvian | Riga | Daugavpils
LY | Libya, Libyan Arab Jamahiriya | Socialist People's Libyan Arab Jamahiriya, Kingdom of Libya, State of Libya | Libyan | Tripoli | Benghazi, Bengasi, Misrata, Sirte, Derna
MA | Morocco | Kingdom of Morocco | Moroccan | Rabat | Casablanca, Marrakech, Marrakesh, Tangier, Tangiers, Fez, Agadir
MC | Monaco | Principality of Monaco | Monegasque, Monégasque | | Monte Carlo
MD | Moldova | Republic of Moldova | Moldovan, Moldavian | Chisinau, Chișinău, Kishinev, Kishinef, Kishineff | Tiraspol, Transnistria, Transnistrian, Transdniestria
ME | Montenegro, Crna Gora | Republic of Montenegro | Montenegrin | Podgorica, Cetinje |
MG | Madagascar | Democratic Republic of Madagascar, Republic of Madagascar | Malagasy, Madagascan | Antananarivo, Tananarive |
MH | Marshall Islands, Marshalls | Republic of the Marshall Islands | Marshallese, Marshall Islander | Majuro | Bikini Atoll, Eniwetok, Enewetak, Kwajalein
MK | North Macedonia, Macedonia | Republic of North Macedonia, Republic of Macedonia | Macedonian, North Macedonian | Skopje |
ML | Mali | Republic of Mali | Malian | Bamako | Timbuktu, Kidal, Mopti
MM | Myanmar | Republic of the Union of Myanmar, Union of Myanmar, Union of Burma | Burmese, Rohingya | Naypyidaw, Nay Pyi Taw, Yangon, Rangoon | Mandalay, Rakhine, Rakhine State
MN | Mongolia | Mongolian People's Republic | Mongolian, Mongol | Ulaanbaatar, Ulan Bator |
MO | Macau, Macao | | Macanese | |
MP | Northern Mariana Islands, Northern Marianas, Saipan | Commonwealth of the Northern Mariana Islands | | |
MQ | Martinique | | Martinican | Fort-de-France |
MR | Mauritania | Islamic Republic of Mauritania | Mauritanian | Nouakchott |
MS | Montserrat | | Montserratian | |
MT | Malta | Republic of Malta | Maltese | Valletta |
MU | Mauritius | Republic of Mauritius | Mauritian | Port Louis |
MV | Maldives | Republic of Maldives, Republic of the Maldives | Maldivian | |
MW | Malawi | Republic of Malawi | Malawian | Lilongwe | Blantyre
MX | Mexico | United Mexican States, Mexican Republic | Mexican | Mexico City, City of Mexico | Guadalajara, Monterrey, Tijuana, Ciudad Juárez, Ciudad Juarez, Juarez?person, Vera Cruz, Veracruz, Acapulco, Tampico, Tehuantepec, Isthmus of Tehuantepec, Cancún, Cancun, Chiapas, Puebla, Baja California, Oaxaca, Yucatan, Yucatán, Tamaulipas, Sonora, Chihuahua, Matamoras, Matamoros, Michoacán, Tabasco
MY | Malaysia | Federation of Malaysia | Malaysian | Kuala Lumpur | Penang, Johor, Sarawak, Sabah?al, Putrajaya
MZ | Mozambique | Republic of Mozambique, People's Republic of Mozambique | Mozambican | Maputo, Lourenço Marques | Beira, Cabo Delgado, Nampula
NA | Namibia | Republic of Namibia | Namibian | Windhoek | Walvis Bay, Caprivi Strip
NC | New Caledonia | | New Caledonian, Kanak | Nouméa, Noumea |
NE | Niger | Republic of the Niger, Republic of Niger | Nigerien, Nigérien | Niamey | Agadez, Diffa
NF | Norfolk Island | | | |
NG | Nigeria | Federal Republic of Nigeria | Nigerian | Abuja | Lagos, Kano, Port Harcourt, Ibadan, Biafra, Biafran, Niger Delta, Chibok, Maiduguri, Borno, Kaduna
NI | Nicaragua | Republic of Nicaragua | Nicaraguan | Managua |
NL | Netherlands, Holland?person, The Netherlands | Kingdom of the Netherlands | Dutch, Dutchman, Dutchmen, Netherlander, Hollander | Amsterdam, Hague?hague | Rotterdam, Utrecht, Eindhoven, Maastricht
NO | Norway | Kingdom of Norway | Norwegian | Oslo | Trondheim, Stavanger
NP | Nepal | Kingdom of Nepal, Federal Democratic Republic of Nepal | Nepalese, Nepali, Nepalis | Kathmandu, Katmandu | Pokhara, Lumbini
NR | Nauru | Republic of Nauru | Nauruan | |
NU | Niue | | Niuean | |
NZ | New Zealand | | New Zealander, Kiwi | | Auckland, Christchurch, Aotearoa
OM | Oman, Sultanate of Oman | | Omani | Muscat |
PA | Panama | Republic of Panama | Panamanian | Panama City, City of Panama | Colón?person, Panama Canal, Isthmus of Panama
PE | Peru | Republic of Peru | Peruvian | Lima | Callao, Arequipa, Cusco, Cuzco, Ayacucho
PF | French Polynesia, Tahiti | | Tahitian | Papeete | Mururoa, Moruroa
PG | Papua New Guinea, PNG | Independent State of Papua New Guinea | Papua New Guinean | Port Moresby | Bougainville?person, Rabaul
PH | Philippines, Republic of the Philippines, The Philippines, Philippine Archipelago | Commonwealth of the Philippines | Filipino, Philippine, Filipina | Manila | Mindanao, Luzon, Cebu, Davao, Quezon City, Bataan, Corregidor, Subic Bay, Leyte, Zamboanga, Sulu, Visayas, Marawi, Tacloban
PK | Pakistan | Islamic Republic of Pakistan | Pakistani | Islamabad | Karachi, Lahore, Peshawar, Rawalpindi, Quetta, Waziristan, Swat Valley, Abbottabad, Baluchistan, Balochistan, Khyber Pakhtunkhwa, Sindh, West Pakistan
PL | Poland | Republic of Poland, Polish People's Republic, Polish Republic | Polish?polish, Pole?pole | Warsaw | Kraków, Krakow, Cracow, Gdańsk, Gdansk, Danzig, Wrocław, Wroclaw, Poznań, Poznan, Łódź, Rzeszów, Rzeszow, Lublin, Auschwitz, Treblinka, Katowice, Szczecin, Przemyśl, Upper Silesia
PM | Saint Pierre and Miquelon, St. Pierre and Miquelon | | | |
PN | Pitcairn Islands, Pitcairn Island, Pitcairn | | | |
PR | Puerto Rico, Commonwealth of Puerto Rico | | Puerto Rican, Porto Rican | | Vieques
PS | Palestine, State of Palestine, Palestinian Territories, Palestinian territories, Palestinian territory, Palestinian Authority, Occupied Palestinian Territory, Occupied Palestinian Territories | | Palestinian | Ramallah | Gaza, Gaza Strip, Gazan, West Bank, Rafah, Hebron, Nablus, Jenin, Bethlehem, Jericho, Khan Younis, Khan Yunis, East Jerusalem
PT | Portugal | Portuguese Republic, Kingdom of Portugal | Portuguese | Lisbon | Azores, Madeira
PW | Palau | Republic of Palau | Palauan | Koror, Ngerulmud | Peleliu
PY | Paraguay | Republic of Paraguay | Paraguayan | Asunción, Asuncion | Ciudad del Este
QA | Qatar | State of Qatar | Qatari | Doha |
RE | Réunion Island, La Réunion, Reunion Island | | Réunionese | Saint-Denis de la Réunion |
RO | Romania | Romanian People's Republic, Socialist Republic of Romania | Romanian, Roumanian, Rumanian | Bucharest, Bucarest | Timisoara, Timișoara, Cluj-Napoca, Constanta, Constanța
RS | Serbia | Republic of Serbia | Serbian, Serb, Servian | Belgrade | Novi Sad, Vojvodina
RU | Russia | Russian Federation | Russian, Muscovite | Moscow | St. Petersburg, Saint Petersburg, St Petersburg, Leningrad, Petrograd, Novosibirsk, Yekaterinburg, Kazan, Stalingrad, Volgograd, Chechnya, Chechen, Chechnia, Grozny, Vladivostok, Smolensk, Ryazan, Rostov-on-Don, Rostov, Belgorod, Kursk, Bryansk, Voronezh, Kaliningrad, Siberia, Siberian, Sakhalin, Kamchatka, Dagestan, Beslan, Sochi, Murmansk, Buryatia, Krasnodar, Tuva, Novorossiysk, Sverdlovsk, Gorky?person
RW | Rwanda, Ruanda | Rwandese Republic, Republic of Rwanda | Rwandan, Rwandese | Kigali |
SA | Saudi Arabia | Kingdom of Saudi Arabia | Saudi, Saudi Arabian | Riyadh | Jeddah, Jiddah, Dhahran, Khobar
SB | Solomon Islands, Solomons | | Solomon Islander | Honiara | Guadalcanal
SC | Seychelles | Republic of Seychelles | Seychellois | |
SD | Sudan | Republic of the Sudan, Republic of Sudan, Democratic Republic of the Sudan | Sudanese | Khartoum | Darfur, Omdurman, Port Sudan, El Fasher, South Kordofan, Blue Nile State, Darfuri, Darfurian
SE | Sweden | Kingdom of Sweden | Swedish, Swede | Stockholm | Gothenburg, Malmö, Malmo, Uppsala, Gotland
SG | Singapore | Republic of Singapore | Singaporean | |
SH | Saint Helena, St. Helena | | | |
SI | Slovenia | Republic of Slovenia | Slovenian, Slovene | Ljubljana | Maribor
SJ | Svalbard, Spitsbergen, Spitzbergen | | | |
SK | Slovakia, Slovak Republic | | Slovak, Slovakian | Bratislava | Košice, Kosice
SL | Sierra Leone | Republic of Sierra Leone | Sierra Leonean | Freetown |
SM | San Marino | Republic of San Marino, Most Serene Republic of San Marino | Sammarinese, San Marinese | |
SN | Senegal | Republic of Senegal | Senegalese | Dakar | Casamance, Goree, Gorée
SO | Somalia | Somali Republic, Federal Republic of Somalia, Somali Democratic Republic, Federal Government of Somalia | Somali, Somalian | Mogadishu | Hargeisa, Somaliland, Puntland, Kismayo, Baidoa
SR | Suriname | Republic of Suriname | Surinamese | Paramaribo |
SS | South Sudan | Republic of South Sudan | South Sudanese | Juba | Malakal, Bentiu
ST | São Tomé and Príncipe, Sao Tome and Principe, São Tomé & Príncipe, Sao Tomé and Principe | | Santomean, São Toméan | São Tomé |
SV | El Salvador | Republic of El Salvador | Salvadoran, Salvadorian, Salvadorean | San Salvador |
SX | Sint Maarten | | | |
SY | Syria | Syrian Arab Republic | Syrian | Damascus | Aleppo, Homs, Hama, Raqqa, Idlib, Deir ez-Zor, Latakia, Palmyra, Golan Heights, Syrian Golan, Ghouta, Eastern Ghouta, Kobani, Kobane, Khan Shaykhun, Khan Sheikhoun, Quneitra, Daraa
SZ | Eswatini | Kingdom of Eswatini, Kingdom of Swaziland | Swazi | Mbabane | Manzini
TC | Turks and Caicos Islands, Turks and Caicos | | | |
TD | Chad?given, Republic of Chad | | Chadian | N'Djamena, Ndjamena, Fort-Lamy, N'djamena |
TG | Togo?person | Togolese Republic | Togolese | Lomé, Lome |
TH | Thailand | Kingdom of Thailand | Thai | Bangkok | Chiang Mai, Phuket, Pattaya
TJ | Tajikistan | Republic of Tajikistan | Tajik, Tajikistani | Dushanbe |
TK | Tokelau | | Tokelauan | |
TL | Timor-Leste, Timor Leste | Democratic Republic of Timor-Leste | Timorese, East Timorese | Dili |
TM | Turkmenistan | | Turkmen, Turkmenistani | Ashgabat, Ashkhabad |
TN | Tunisia | Tunisian Republic, Republic of Tunisia | Tunisian | Tunis | Sfax, Bizerte, Bizerta
TO | Tonga | Kingdom of Tonga | Tongan | Nuku'alofa |
TR | Türkiye, Turkey?turkey | Republic of Türkiye, Republic of Turkey, Turkish Republic | Turkish, Turk | Ankara | Istanbul, Constantinople, Izmir, İzmir, Antalya, Smyrna, Gallipoli, Incirlik, Adana, Diyarbakir, Gaziantep
TT | Trinidad and Tobago, Trinidad, Trinidad & Tobago | Republic of Trinidad and Tobago | Trinidadian, Trinbagonian, Tobagonian | Port of Spain, Port-of-Spain |
TV | Tuvalu | | Tuvaluan | Funafuti |
TW | Taiwan, Chinese Taipei, Republic of China on Taiwan, Republic of China (Taiwan) | Republic of China?roc, ROC?roc | Taiwanese | Taipei, Taipeh | Kaohsiung, Quemoy, Matsu, Chinese Nationalist
TZ | Tanzania, Zanzibar | United Republic of Tanzania, United Republic of Tanganyika and Zanzibar | Tanzanian, Zanzibari | Dar es Salaam, Dodoma, Dar-es-Salaam | Arusha
UA | Ukraine | Republic of Ukraine | Ukrainian | Kyiv, Kiev | Kharkiv, Kharkov, Odesa, Odessa, Dnipro, Lviv, Lvov, Mariupol, Zaporizhzhia, Zaporizhzhya, Zaporozhye, Zaporizhia, Kherson, Mykolaiv, Mykolayiv, Nikolaev, Donetsk, Donbas, Donbass, Luhansk, Lugansk, Crimea, Crimean, Sevastopol, Sebastopol, Simferopol, Yalta, Chernihiv, Sumy, Poltava, Vinnytsia, Zhytomyr, Cherkasy, Khmelnytskyi, Khmelnytsky, Rivne, Ternopil, Ivano-Frankivsk, Lutsk, Uzhhorod, Chernivtsi, Kropyvnytskyi, Bucha, Irpin, Borodianka, Borodyanka, Hostomel, Izium, Izyum, Bakhmut, Sievierodonetsk, Severodonetsk, Lysychansk, Kramatorsk, Sloviansk, Slovyansk, Avdiivka, Melitopol, Berdiansk, Berdyansk, Enerhodar, Energodar, Chornobyl, Chernobyl, Volnovakha, Azovstal, Kryvyi Rih, Kremenchuk, Okhtyrka, Trostianets, Trostyanets, Makariv, Vasylkiv, Brovary, Boryspil, Popasna, Rubizhne, Kreminna, Lyman?given, Soledar, Vuhledar, Marinka, Maryinka, Mariinka, Debaltseve, Ilovaisk, Nova Kakhovka, Kakhovka, Snake Island, Zmiinyi Island, Zmiiny Island, Balakliia, Kupiansk, Pokrovsk, Pavlohrad, Nikopol, Toretsk, Horlivka, Makiivka, Yenakiieve, Chuhuiv, Derhachi, Huliaipole, Orikhiv, Tokmak, Slavutych, Vyshhorod, Ovruch, Korosten, Nizhyn, Konotop, Romny, Shostka, Voznesensk, Ochakiv, Yavoriv, Drohobych, Zakarpattia, Prykarpattia, Transcarpathia, Volyn, Bukovyna, Polissia, Izmail, Bilhorod-Dnistrovskyi, Mykolaivka, Zatoka, Vinnytsya, Khreshchatyk, Maidan, Euromaidan, Babyn Yar, Babi Yar, Kryvyy Rih, Kirovohrad, Chasiv Yar, Skadovsk, Henichesk, Chonhar, Perekop, Kerch, Dnipropetrovsk, Dnipropetrovs'k, Polohy, Zolote?given, Vorzel, Lebedyn, Dniprorudne, Saltivka, Uman, Manhush, Kryvy Rih, Hulyaipole, Irpen, Krasnopillya, Kurakhove, Balakliya, Sumshchyna, Khreschatyk, Verkhniotoretske, Chornobaivka, Bilohorivka, Yevpatoriya, Kamianets-Podilskyi
UG | Uganda | Republic of Uganda | Ugandan | Kampala | Entebbe
UM | Wake Island, Midway Island, Johnston Atoll | | | |
US | United States, United States of America, USA, U.S.A., US?us, U.S.?us, America?america | | American?american | Washington?washington, Washington,, D.C., Washington D.C., Washington DC, District of Columbia, City of Washington |
UY | Uruguay | Oriental Republic of Uruguay, Eastern Republic of Uruguay | Uruguayan | Montevideo | Punta del Este
UZ | Uzbekistan | Republic of Uzbekistan | Uzbek, Uzbekistani | Tashkent | Samarkand, Bukhara
VA | Holy See, Vatican City, Vatican | | | |
VC | Saint Vincent and the Grenadines, St. Vincent and the Grenadines, St Vincent and the Grenadines, Saint Vincent and Grenadines | | Vincentian | Kingstown |
VE | Venezuela | Bolivarian Republic of Venezuela, Republic of Venezuela | Venezuelan | Caracas | Maracaibo
VG | British Virgin Islands | | | |
VI | Virgin Islands, United States Virgin Islands, U.S. Virgin Islands, US Virgin Islands | | | |
VN | Vietnam, Viet-Nam, Viet Nam | Socialist Republic of Vietnam, Socialist Republic of Viet Nam | Vietnamese, South Vietnamese, Viet-Namese, South Viet-Namese, Viet Cong, Vietcong | Hanoi | Saigon, Ho Chi Minh City, Da Nang, Danang, Haiphong, Dien Bien Phu, Khe Sanh, Cam Ranh Bay, My Lai
VU | Vanuatu | Republic of Vanuatu | Ni-Vanuatu | |
WF | Wallis and Futuna | | | |
WS | Samoa | Independent State of Samoa, Independent State of Western Samoa | Samoan | Apia |
XK | Kosovo, Kosova | Republic of Kosovo | Kosovar, Kosovan, Kosovo Albanian, Kosovo Serb | Pristina, Prishtina | Mitrovica
YE | Yemen | Republic of Yemen | Yemeni, Yemenite | Sana'a, Sanaa, Sana’a | Aden, Hodeidah, Hudaydah, Taiz, Marib
YT | Mayotte | | | Mamoudzou |
ZA | South Africa | Republic of South Africa | South African | Pretoria | Johannesburg, Cape Town, Durban, Soweto, Sharpeville, Transvaal, Bloemfontein, KwaZulu-Natal, Robben Island, Afrikaner
ZM | Zambia | Republic of Zambia | Zambian | Lusaka | Ndola, Kitwe
ZW | Zimbabwe | Republic of Zimbabwe | Zimbabwean, Rhodesian | Harare, Salisbury?salisbury | Bulawayo
ANHH | Netherlands Antilles, Dutch Antilles | | Netherlands Antillean | |
CSHH | Czechoslovakia, Czecho-Slovakia, Czecho-Slovak Republic | Czechoslovak Republic, Czechoslovak Socialist Republic, Czech and Slovak Federal Republic | Czechoslovak, Czechoslovakian, Czecho-Slovak | | Sudetenland, Lidice?given
CSXX | Serbia and Montenegro?serbia-and-montenegro | State Union of Serbia and Montenegro | | |
DDDE | East Germany, German Democratic Republic, GDR, G.D.R. | | East German | East Berlin | East Berliner
PCHH | Trust Territory of the Pacific Islands | | | |
PZPA | Panama Canal Zone, Canal Zone | | | |
SKIN | Sikkim | | Sikkimese | |
SUHH | Soviet Union, USSR, U.S.S.R., Soviet Russia, Soviets, Union of Soviet Socialist Republics | Union of Socialist Soviet Republics | Soviet?soviet | |
VDVN | North Vietnam, North Viet-Nam, North Viet Nam | Democratic Republic of Vietnam, Democratic Republic of Viet-Nam, Democratic Republic of Viet Nam | North Vietnamese, North Viet-Namese | |
YDYE | South Yemen, Democratic Yemen, Southern Yemen | People's Democratic Republic of Yemen | South Yemeni | |
YUCS | Yugoslavia, Jugoslavia, Jugo-Slavia, Yugo-Slavia | Federal Republic of Yugoslavia, Socialist Federal Republic of Yugoslavia, Federal People's Republic of Yugoslavia | Yugoslav, Yugoslavian, Jugoslav, Jugo-Slav | |
`;
