/** Simulated people: where each spends, what they call it, and how they file it, which is often not how others do. */

/** Something a person does again and again: `weight` says how often beside the others. */
export interface Habit {
  readonly payee?: string;
  readonly thing?: string;
  /** How they file it: a category's key, or the name of one they made. */
  readonly category: string;
  readonly weight: number;
  readonly cents: readonly [low: number, high: number];
  /** What the recogniser makes of the payee's name half of the time. */
  readonly misheard?: string;
}

export interface Person {
  readonly name: string;
  /** Categories they made themselves. */
  readonly own: readonly string[];
  readonly habits: readonly Habit[];
}

const at = (payee: string, category: string, weight: number, cents: readonly [number, number], misheard?: string): Habit =>
  ({ payee, category, weight, cents, ...(misheard !== undefined && { misheard }) });
const on = (thing: string, category: string, weight: number, cents: readonly [number, number]): Habit => ({ thing, category, weight, cents });
const both = (thing: string, payee: string, category: string, weight: number, cents: readonly [number, number]): Habit => ({ thing, payee, category, weight, cents });

export const PEOPLE: readonly Person[] = [
  {
    name: "a student", own: ["Uni"],
    habits: [
      at("Mensa", "dining", 9, [280, 650], "mentor"), at("Lidl", "groceries", 6, [540, 2600], "little"), on("boba", "coffee", 4, [450, 690]),
      on("printing", "Uni", 4, [50, 400]), at("Copyshop Meier", "Uni", 2, [120, 900]), on("bouldering", "entertainment", 3, [900, 1400]),
      on("laundry", "housing", 3, [200, 500]), on("beers with Jonas", "entertainment", 4, [600, 2200]), on("kebab", "dining", 4, [550, 900]),
      on("lecture notes", "Uni", 2, [200, 1500]), at("Rewe", "groceries", 3, [400, 2100], "raven"), on("bus ticket", "transport", 3, [190, 320]),
      on("phone credit", "utilities", 1, [1000, 1500]), on("poster", "gifts", 1, [500, 1800]), on("haircut", "personal care", 1, [1200, 2500]),
    ],
  },
  {
    name: "a parent of two", own: ["School", "Weekend"],
    habits: [
      at("Aldi", "groceries", 8, [2200, 9400], "all day"), both("nappies", "dm", "kids", 4, [890, 1900]), both("shampoo", "dm", "personal care", 3, [300, 1500]),
      on("swimming", "kids", 3, [900, 2400]), on("school trip", "School", 2, [800, 3500]), on("lunch box", "School", 2, [400, 1600]),
      at("Toy Chest", "gifts", 2, [990, 3900]), on("playground ice cream", "Weekend", 4, [300, 1100]), at("Zoo", "Weekend", 2, [2400, 5200]),
      at("Bakery Kern", "groceries", 6, [220, 980], "bakery corn"), on("petrol", "fuel", 3, [4000, 8200]), on("babysitter", "kids", 3, [2000, 5000]),
      at("Pizzeria Roma", "Weekend", 3, [2400, 5200]), on("doctor", "health", 1, [1000, 3000]), on("piano", "kids", 2, [2500, 4500]),
    ],
  },
  {
    name: "a freelancer", own: ["Business", "Work food"],
    habits: [
      on("lunch", "Work food", 8, [890, 1750]), at("Blue Door", "Business", 6, [320, 740], "blue floor"), on("train", "Business", 5, [1900, 8900]),
      on("hosting", "Business", 2, [500, 2900]), at("Amazon", "shopping", 3, [900, 7900]), both("cables", "Amazon", "Business", 3, [600, 2900]),
      on("coworking", "Business", 2, [1500, 2500]), at("Edeka", "groceries", 5, [900, 5600], "a decker"), on("cinema", "entertainment", 2, [900, 1500]),
      on("taxi", "Business", 3, [900, 3200]), on("domain", "Business", 1, [900, 1900]), on("gym", "health", 2, [1900, 2900]),
      at("Sushi Ko", "dining", 3, [1900, 5200]), on("stamps", "Business", 2, [100, 900]), on("flowers", "gifts", 1, [900, 2900]),
    ],
  },
  {
    name: "a pensioner", own: ["Garden", "Grandchildren"],
    habits: [
      at("Hardware Depot", "Garden", 5, [590, 5600]), on("seeds", "Garden", 4, [190, 1500]), on("compost", "Garden", 3, [400, 1800]),
      at("Rewe", "groceries", 7, [890, 5200], "ray way"), on("pharmacy", "health", 4, [400, 3200]), on("cake with Ilse", "coffee", 4, [500, 1500]),
      on("comics", "Grandchildren", 3, [390, 1500]), on("pocket money", "Grandchildren", 3, [500, 2000]), at("Concert Hall", "entertainment", 2, [1900, 6900]),
      on("newspaper", "subscriptions", 4, [180, 390]), at("Salon Karla", "personal care", 2, [1900, 4900]), on("bus", "transport", 4, [200, 590]),
      on("candles", "charity", 2, [100, 500]), on("wine", "groceries", 3, [490, 2900]), on("knitting wool", "entertainment", 3, [390, 2900]),
    ],
  },
  {
    name: "a couple with a dog", own: ["Dog"],
    habits: [
      at("Fressnapf", "Dog", 5, [900, 5900], "fresh nap"), on("dog food", "Dog", 4, [900, 4900]), on("vet", "Dog", 2, [3000, 12000]),
      on("treats", "Dog", 3, [200, 900]), at("Green Basket", "groceries", 6, [1200, 5600]), at("Turkish Market", "groceries", 4, [500, 2400]),
      on("brunch", "dining", 3, [1900, 4200]), on("date night", "dining", 3, [2900, 8900]), on("parking", "transport", 4, [150, 900]),
      at("Ikea", "housing", 3, [1500, 15900], "i key a"), on("plants", "housing", 3, [400, 2900]), on("yoga", "entertainment", 3, [1000, 1800]),
      on("coffee", "coffee", 6, [260, 520]), on("streaming", "subscriptions", 1, [999, 1799]), on("present for Mum", "gifts", 1, [1500, 4900]),
    ],
  },
  {
    name: "a nurse on shifts", own: ["Night shift", "Car"],
    habits: [
      on("vending machine", "Night shift", 6, [120, 450]), at("Canteen", "Night shift", 6, [390, 890], "can teen"), on("energy drink", "Night shift", 4, [150, 350]),
      at("Shell", "Car", 4, [3900, 7900], "shall"), on("car wash", "Car", 2, [700, 1900]), on("parking", "Car", 4, [200, 900]),
      at("Lidl", "groceries", 6, [900, 5200]), on("scrubs", "shopping", 1, [1900, 4900]), on("netball", "entertainment", 3, [500, 1200]),
      on("takeaway", "dining", 4, [890, 2600]), on("podcast", "subscriptions", 2, [300, 900]), on("plasters", "health", 2, [200, 900]),
      on("raffle", "charity", 2, [100, 1000]), at("Bookshop Anders", "education", 2, [900, 3900]), on("haircut", "personal care", 1, [1900, 4900]),
    ],
  },
];

/** What anybody may buy once, filed as the lexicon would or not. */
export const ONCE: readonly Habit[] = [
  on("umbrella", "shopping", 1, [900, 2900]), on("museum", "entertainment", 1, [500, 1800]), on("passport photos", "fees", 1, [700, 1500]),
  on("dentist", "health", 1, [2000, 9000]), on("t shirt", "shopping", 1, [900, 3900]), on("locksmith", "housing", 1, [6000, 15000]),
  on("ferry", "travel", 1, [900, 4900]), on("donation", "charity", 1, [500, 5000]), on("light bulbs", "housing", 1, [300, 1900]), on("sun cream", "personal care", 1, [400, 1600]),
];
