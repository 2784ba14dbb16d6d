import { describe, expect, it } from "vitest";
import {
  initialedName,
  invertedName,
  naturalName,
  parseName,
  parseSpeakers,
} from "../../src/domain/personal-name.ts";

describe("a speaker's name is taken apart into family and given name", () => {
  it.each([
    ["Volodymyr Zelenskyy", "UA", "Zelenskyy, Volodymyr"],
    ["Володимир Зеленський", "UA", "Зеленський, Володимир"],
    ["Martin Van Buren", "US", "Van Buren, Martin"],
    ["George H. W. Bush", "US", "Bush, George H. W."],
    ["John Quincy Adams", "US", "Adams, John Quincy"],
    ["Martin Luther King, Jr.", "US", "King, Martin Luther, Jr."],
    ["Martin Luther King Jr.", "US", "King, Martin Luther, Jr."],
    ["Mr. Arce", "AR", "Arce"],
    ["Ms. Salome Zourabichvili", "GE", "Zourabichvili, Salome"],
    ["His Excellency President Barack Obama", "US", "Obama, Barack"],
    ["Mr. Mahathir bin Mohamad", "MY", "bin Mohamad, Mahathir"],
    ["Mr. Al-Thani", "QA", "Al-Thani"],
    ["Al Gore", "US", "Gore, Al"],
    ["Charles de Gaulle", "FR", "de Gaulle, Charles"],
    ["Carlos Filomeno Agostinho das Neves", "ST", "das Neves, Carlos Filomeno Agostinho"],
    ["Mr. Juan Manuel Santos Calderón", "CO", "Santos Calderón, Juan Manuel"],
    ["Rafael Correa", "EC", "Correa, Rafael"],
    ["Reagan, Ronald", "US", "Reagan, Ronald"],
    ["Mr. Firoz Khan NOON", "PK", "NOON, Firoz Khan"],
    ["QIAN Qichen", "CN", "QIAN, Qichen"],
    ["Mr. LOPEZ CONTRERAS", "HN", "LOPEZ CONTRERAS"],
    ["His Holiness Pope Francis", "VA", "Pope Francis"],
    ["King Charles III", "GB", "King Charles III"],
    ["Plato", null, "Plato"],
  ])("%s (%s) is %s", (written, country, inverted) => {
    expect(invertedName(parseName(written, country))).toBe(inverted);
  });

  it.each([
    ["Xi Jinping", "CN", "Xi, Jinping"],
    ["Xi Jinping", null, "Xi, Jinping"],
    ["Ban Ki-moon", null, "Ban, Ki-moon"],
    ["Moon Jae-in", "KR", "Moon, Jae-in"],
    ["Lee Hsien Loong", "SG", "Lee, Hsien Loong"],
    ["Nguyen Minh Triet", "VN", "Nguyen, Minh Triet"],
    ["习近平", "CN", "习, 近平"],
    ["Kim Campbell", "CA", "Campbell, Kim"],
    ["Lee Smith", null, "Smith, Lee"],
    ["Shinzo Abe", "JP", "Abe, Shinzo"],
  ])(
    "%s (%s) is %s: a family name in front is known by country and name",
    (written, country, inverted) => {
      const name = parseName(written, country);
      expect(invertedName(name)).toBe(inverted);
      expect(naturalName(name, country)).toBe(written);
    },
  );

  it("shortens given names to initials, hyphens kept", () => {
    expect(initialedName(parseName("George H. W. Bush", "US"))).toBe("Bush, G. H. W.");
    expect(initialedName(parseName("Jean-Claude Juncker", "LU"))).toBe("Juncker, J.-C.");
    expect(initialedName(parseName("Володимир Зеленський", "UA"))).toBe("Зеленський, В.");
    expect(initialedName(parseName("Mr. Arce", null))).toBe("Arce");
  });

  it("knows several speakers by semicolons, and nobody by null or nothing", () => {
    expect(parseSpeakers("Mykhailo Podolyak; Denys Shmyhal", "UA")).toHaveLength(2);
    expect(parseSpeakers(null, null)).toEqual([]);
    expect(parseSpeakers(" ; ", null)).toEqual([]);
  });
});
