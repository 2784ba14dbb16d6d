/** English phrases that hold the name of a country, a people or a town and do not speak of it. */

const SEAS_AND_RIVERS = `
South China Sea, East China Sea, Gulf of Mexico, Gulf of Guinea, Gulf of Oman, Gulf of Aden, Gulf of Finland, Gulf of Thailand, Gulf of Siam, Gulf of Panama, Gulf of Tonkin, Gulf of California, Gulf of Honduras, Gulf of Venice, Gulf of Riga, Bay of Bengal, Bay of Honduras, Sea of Japan, Philippine Sea, Persian Gulf, Arabian Gulf, Indian Ocean, Irish Sea, Norwegian Sea, Greenland Sea, Timor Sea, Java Sea, English Channel, Straits of Florida, Strait of Georgia, Strait of Malacca, Straits of Malacca, Straits of Singapore, Sea of Galilee, Libyan Desert, Syrian Desert, Tibetan Plateau
Jordan River, River Jordan, Congo River, River Congo, Congo Basin, Congo basin, Niger River, River Niger, Niger Basin, Niger basin, Lake Chad, Lake Chad Basin, Lake Chad basin, Senegal River, Senegal River Basin, River Senegal, Gambia River, River Gambia, Orange River, Guinea Coast, Coast of Guinea, Lake Geneva, Lake Victoria, Lake Ontario, Madeira River, Madeira Rivers, Madeira rivers
`;

const OTHER_PLACES = `
New England, New Englander, New Englanders, New Britain, New France, New Spain, New Holland, New Guinea, New Ireland, New Scotland, New Sweden, New Mexico City
Jersey City, Holland Tunnel, Germantown, Little Italy, Little Havana, Little Haiti, Little Odessa, Little India, Venice Beach, French Quarter, French Lick, French Broad, Turkey Creek, Turkey Hill, Turkey Point, China Grove, China Lake, Mexico Beach, Lebanon Valley, Georgian Bay, Spanish Harlem, Spanish Steps, Asia Minor, Maidan Shahr, Maidan Wardak, Wales Island, Prince of Wales Island, Spanish Fork, Scotch Plains, Panama City Beach, Moscow Mills, Delhi Township, Cuba City, Rising Fawn
`;

const AMERICAS = `
Native American, Native Americans, American Indian, American Indians, African American, African Americans, Asian American, Asian Americans, Afro-American, Afro-Americans, Arab American, Arab Americans, Hispanic American, Hispanic Americans, Black American, Black Americans, Jewish American, Jewish Americans
Latin America, Latin American, Latin Americans, South America, South American, South Americans, Central America, Central American, Central Americans, North America, North American, North Americans, Spanish America, Spanish American, Spanish Americans, Hispanic America, Inter-American, Interamerican, Pan-American, Pan-America, Ibero-America, Ibero-American, Ibero-Americans, Hispano-America, Hispano-American, Indo-America, Indo-American, Euro-American, Meso-America, Anglo-America, Portuguese America, Portuguese and Spanish America
Organization of American States, Organisation of American States, American States, American Republics, American Continent, American Continents, American Hemisphere, American Convention, Union of American Republics, Confederate States of America, Bank of America, Boy Scouts of America, Girl Scouts of America, Miss America, Captain America, American Samoan
American Airlines, American Express, American Idol, US Airways, US Steel, US Open, U.S. Grant, US Weekly, American football, American Football
`;

const INDIANS = `
Indian Territory, Indian Affairs, Indian Country, Indian Bureau, Indian Office, Indian Department, Indian Agent, Indian Agents, Indian Commissioner, Indian Commissioners, Indian Service, Indian Health Service, Indian Reorganization Act, Indian Self-Determination, Indian River, Indian Head, Indian Lake, Indian Wells, Indian Creek, Indian Springs, Indian Summer, Indian summer, Indian corn, Amerindian, Amerindians, Red Indian, Red Indians, Plains Indian, Plains Indians, Pueblo Indians, Cherokee Indians, Creek Indians, Seminole Indians, Sioux Indians, Cleveland Indians
West Indian, West Indians, West Indies, East Indies, East Indian, East Indians, East India, West India, West Indies Federation, British West Indies, French West Indies, Dutch West Indies, Indo-Pacific, Indo-China, Indo-Chinese, Indo-European, French Indochina, French Indo-China
`;

const EMPIRES_AND_PEOPLES = `
Austria-Hungary, Austro-Hungarian, Austro-Hungary, Greco-Roman, Graeco-Roman, Serbo-Croatian, Serbo-Croat, Anglo-Saxon, Anglo-Saxons, Anglo-Celt, Roman Empire, Holy Roman Empire, Ottoman Empire, Ottoman Turkish Empire, Persian Empire, Turkish Republic of Northern Cyprus, Franco regime, General Franco, Generalissimo Franco, Francisco Franco, Scots-Irish, Scotch-Irish, Pennsylvania Dutch, Prince of Wales, Princess of Wales, Duke of Kent, Greek Orthodox, Russian Orthodox, Ukrainian Orthodox
`;

const THINGS = `
French fries, French horn, French toast, French window, French windows, French doors, French Open, French press, French bulldog, French bulldogs, Swiss cheese, Swiss chard, Swiss Army knife, Swiss army knife, Danish pastry, Turkish bath, Turkish baths, Turkish delight, Dutch auction, Dutch courage, Dutch treat, Dutch oven, Dutch uncle, German shepherd, German Shepherd, German shepherds, German Shepherds, German measles, Irish coffee, Irish setter, Irish stew, Irish whiskey, Fighting Irish, Brazil nut, Brazil nuts, India ink, India rubber, India-rubber, China cabinet, Panama hat, Panama hats, Panama Papers, Guinea pig, Guinea pigs, Guinea worm, Guinea-worm, Guinea fowl, Jersey cow, Russian roulette, Russian dolls, Chinese New Year, Chinese wall, Chinese checkers, Japanese knotweed, Japanese beetle, Japanese encephalitis, Egyptian cotton, Persian cat, Persian rug, Persian rugs, Siamese twins, Siamese cat, Afghan hound, English muffin, English muffins, English setter, Scotch tape, Scotch whisky, Welsh rarebit, Belgian waffles, Canadian bacon, Canada goose, Canada geese, Canada Goose, Canadian Goose, Dane guns, Great Dane, Great Danes, Mexican standoff, Italian dressing, Spanish flu, Spanish influenza, Spanish moss, Greek fire, Greek tragedy, Greek mythology, Greek alphabet, Bermuda grass, Bermuda shorts, Bermuda Triangle, Hong Kong flu, Trojan horse, Cyprus tree
Plaster of Paris, Brussels sprouts, Vienna sausage, Bologna sausage, Peking duck, Peking Duck, Stockholm syndrome, Stockholm Syndrome, Delhi belly, Manila envelope, Manila paper, Lima bean, Lima beans, Jerusalem artichoke, Berlin Wall, Berlin wall, Rhodes Scholar, Rhodes Scholars, Rhodes scholar, Rhodes scholars, Rhodes Scholarship, Rhodes Scholarships, Rhodes scholarship, Rhodes scholarships, Colon cancer, Lao-tzu, Lao Tzu, Moscow mule, Young Turks, Young Turk
Royal Dutch Shell, British Airways, British Petroleum, Air France, Agence France-Presse, Agence France Presse, Air Canada, China Daily, Texas Instruments, Paris Hilton, Georgia Tech, Georgia-Pacific, Kent State, Paris Club, London Club, New London
`;

const TREATIES = `
Warsaw Pact, Warsaw Treaty, Paris Commune, Paris Peace Conference, Paris Peace Accords, Geneva Conventions, Geneva Convention, Geneva Protocol, Kyoto Protocol, Versailles Treaty, Washington Consensus, Washington Treaty, Maastricht Treaty, Lisbon Treaty, Helsinki Final Act, Schengen, Minsk Agreements, Minsk agreements, Minsk Group, Minsk format, Minsk process, Normandy format, Normandy Format, Normandy Four, Marrakesh Agreement, Doha Development Agenda, Doha Development Round, Doha Round, Doha trade, Doha negotiations, Monterrey Consensus, Beijing Platform, Rio Declaration, Rio Summit, Rome Statute, Rome Treaty, Rome Treaties, Abuja Agreement, Arusha Agreement, Dayton, Ottawa Convention, Oslo Accords, Oslo Agreement, Oslo process, Madrid Conference, Vienna Convention, Yalta Conference, Potsdam Conference, Havana Charter, Havana Cultural Congress
`;

const WASHINGTON = `
George Washington, Martha Washington, Booker T. Washington, Booker Washington, Denzel Washington, Bushrod Washington, Harold Washington, Walter Washington, General Washington, President Washington, Lieutenant Washington, Washington Post, Washington Times, Washington Monument, Washington Irving, Washington County, Washington University, Washington Territory, Washington Square, Washington Street, Washington Heights, Washington Avenue, Fort Washington, Mount Washington, Lake Washington, Port Washington, Territory of Washington, Washington Redskins, Washington Nationals, Washington Capitals
`;

const STATES = `
University of Georgia, New York Times, New York Post, New York Herald, New York Herald Tribune, New York Daily, New York Stock Exchange, Wall Street Journal, Los Angeles Times, Chicago Tribune, Boston Globe, Boston Tea Party, Philadelphia Inquirer, Miss Georgia, Virginia Tech, Virginia Woolf, Virginia Beach, Indiana Jones, Tennessee Williams, Hannah Montana, Joe Montana, Buffalo Bill, Buffalo Soldier, Buffalo Soldiers, Grover Cleveland, President Cleveland, Louisiana Purchase, Native Hawaiian, Native Hawaiians, Florida Straits
`;

export const MASKS = [
  SEAS_AND_RIVERS,
  OTHER_PLACES,
  AMERICAS,
  INDIANS,
  EMPIRES_AND_PEOPLES,
  THINGS,
  TREATIES,
  WASHINGTON,
  STATES,
].join("\n");
