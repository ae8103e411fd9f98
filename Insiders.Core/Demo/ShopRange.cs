using System.Collections.Immutable;
using System.Globalization;
using Insiders.Core.Numerics;

namespace Insiders.Core.Demo;

/// <summary>The range of goods of the generated shop: gift-ware with names combined from lists of words.</summary>
internal static class ShopRange
{
    private static readonly string[] s_looks =
    [
        "BLUE POLKADOT", "RED STRIPE", "MEADOW", "OCEAN", "CHERRY BLOSSOM", "WOODLAND", "NORDIC STAR", "IVORY LACE", "RUSTIC", "GOLD LEAF", "COPPER",
        "SLATE GREY", "MINT", "SUNFLOWER", "LAVENDER", "BUMBLE BEE", "HARBOUR", "PAISLEY", "TARTAN", "FROSTED", "OLD ROSE", "LEMON", "MIDNIGHT", "FOX AND HARE",
    ];

    // The article and its middle price, in hundredths.
    private static readonly (string Thing, int Pence)[] s_things =
    [
        ("MUG", 295), ("CANDLE HOLDER", 225), ("TEA TOWEL", 395), ("LUNCH TIN", 195), ("PHOTO FRAME", 425), ("WALL CLOCK", 1295), ("DOORMAT", 795), ("CUSHION COVER", 495),
        ("TEAPOT", 895), ("CAKE STAND", 1495), ("STRING LIGHTS", 650), ("NOTEBOOK", 145), ("GIFT BAG", 85), ("PAPER NAPKINS", 65), ("STORAGE JAR", 325), ("PLANT POT", 275),
        ("EGG CUP", 125), ("APRON", 850), ("COASTER", 55), ("SERVING TRAY", 725), ("KEY RING", 110), ("JEWELLERY BOX", 995), ("WATER BOTTLE", 525), ("PICNIC BLANKET", 1895),
        ("BUNTING", 465), ("HEART DECORATION", 95), ("CUTLERY SET", 1150), ("MAGNET", 42), ("HOT WATER BOTTLE", 475), ("RECIPE BOOK", 550), ("UMBRELLA", 625), ("BIRD FEEDER", 345),
    ];

    private static readonly string[] s_forms = ["", "SMALL ", "LARGE ", "SET OF 3 "];

    /// <summary>Number of articles.</summary>
    internal static int Count => s_looks.Length * s_things.Length * s_forms.Length / 2;

    /// <summary>Every article for a seed, best-selling first.</summary>
    internal static ImmutableArray<ShopProduct> Build(ulong seed)
    {
        var rng = Rng.Stream(seed, ulong.MaxValue);
        var order = Enumerable.Range(0, s_looks.Length * s_things.Length * s_forms.Length).ToArray();
        for (var i = order.Length - 1; i > 0; i--)
        {
            var j = rng.NextInt(i + 1);
            (order[i], order[j]) = (order[j], order[i]);
        }

        var products = ImmutableArray.CreateBuilder<ShopProduct>(Count);
        for (var i = 0; i < Count; i++)
        {
            products.Add(Product(order[i], ref rng));
        }

        return products.MoveToImmutable();
    }

    private static ShopProduct Product(int number, ref Rng rng)
    {
        var form = number % s_forms.Length;
        var (thing, middle) = s_things[number / s_forms.Length % s_things.Length];
        var look = number / s_forms.Length / s_things.Length;
        var name = $"{s_forms[form]}{s_looks[look]} {thing}";
        var dear = form switch { 1 => 0.7, 2 => 1.5, 3 => 2.4, _ => 1.0 };
        var pence = Math.Max(19, (int)Math.Round(middle * dear * Math.Exp(0.15 * rng.NextNormal())));

        // The forms of one article share five digits and differ by a letter.
        var code = string.Create(CultureInfo.InvariantCulture, $"{20_000 + (number / 4 * 3)}{(form == 0 ? "" : ((char)('A' + form - 1)).ToString())}");
        var variant = rng.NextInt(40) switch { 0 => $"\"{thing}, {s_forms[form]}{s_looks[look]}\"", 1 => name.Replace(" ", "  ", StringComparison.Ordinal), _ => name };
        return new ShopProduct(code, name, variant, pence);
    }
}
