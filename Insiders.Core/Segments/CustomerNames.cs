using System.Collections.Immutable;
using System.Text;

namespace Insiders.Core.Segments;

/// <summary>Invented names for customers that the ledger knows by number only: a character of an old story and two Brazilian surnames.</summary>
/// <remarks>
/// The name follows from the id alone, so it is the same in every run, on every machine and for ever; two customers may share one.
/// Characters are from works whose authors died long ago; no name is that of a living person on purpose.
/// </remarks>
public static class CustomerNames
{
    private const ulong FirstHash = 14695981039346656037;
    private const ulong HashFactor = 1099511628211;

    /// <summary>The characters.</summary>
    public static ImmutableArray<string> Characters { get; } =
    [
        "Aladim", "Alice", "Antígona", "Aquiles", "Ariadne", "Aurélia", "Bentinho", "Bertoleza", "Brás", "Calisto", "Capitu", "Ceci", "Cinderela", "Circe", "Cosette",
        "Cyrano", "Dâmaso", "D'Artagnan", "Desdêmona", "Dorothy", "Dulcineia", "Eugênio", "Ezequiel", "Figaro", "Flora", "Fogg", "Gepeto", "Gulliver", "Hamlet", "Heitor", "Helena",
        "Heidi", "Iago", "Inocência", "Iracema", "Isolda", "Ismael", "Jocasta", "Julieta", "Lisístrata", "Lucíola", "Madalena", "Marcela", "Medeia", "Mercúcio", "Moacir",
        "Nemo", "Ofélia", "Ondina", "Orfeu", "Otelo", "Passepartout", "Peri", "Pinóquio", "Policarpo", "Próspero", "Quasímodo", "Quincas", "Quixote", "Rapunzel", "Rigoletto", "Robinson",
        "Rosalina", "Roxane", "Rubião", "Sancho", "Sherazade", "Sherlock", "Sinbad", "Sofia", "Titânia", "Tristão", "Ulisses", "Virgília", "Watson", "Werther", "Xantipa", "Zadig",
    ];

    /// <summary>The surnames, all common ones.</summary>
    public static ImmutableArray<string> Surnames { get; } =
    [
        "Albuquerque", "Almeida", "Alves", "Amaral", "Andrade", "Antunes", "Araújo", "Azevedo", "Barbosa", "Barros", "Batista", "Bezerra", "Borges", "Braga", "Brito", "Campos",
        "Cardoso", "Carvalho", "Castro", "Cavalcanti", "Coelho", "Correia", "Costa", "Cunha", "Dias", "Duarte", "Farias", "Fernandes", "Ferreira", "Figueiredo", "Fonseca", "Freitas",
        "Gomes", "Gonçalves", "Guimarães", "Leite", "Lima", "Lopes", "Macedo", "Machado", "Magalhães", "Marques", "Martins", "Medeiros", "Melo", "Mendes", "Monteiro", "Moraes",
        "Moreira", "Moura", "Nascimento", "Nogueira", "Nunes", "Oliveira", "Pacheco", "Pereira", "Pinto", "Queiroz", "Ramos", "Ribeiro", "Rocha", "Santana", "Souza", "Teixeira",
    ];

    /// <summary>The name of a customer, such as <c>Capitu Souza Lima</c>.</summary>
    /// <param name="customerId">The id in the ledger; capital letters and blanks count.</param>
    /// <returns>A character and two different surnames.</returns>
    public static string Of(string customerId)
    {
        ArgumentNullException.ThrowIfNull(customerId);
        var hash = Mix(Hash(customerId));
        var character = (int)(hash % (ulong)Characters.Length);
        hash /= (ulong)Characters.Length;
        var first = (int)(hash % (ulong)Surnames.Length);
        hash /= (ulong)Surnames.Length;
        var second = (first + 1 + (int)(hash % (ulong)(Surnames.Length - 1))) % Surnames.Length;
        return $"{Characters[character]} {Surnames[first]} {Surnames[second]}";
    }

    /// <summary>True when an id is a name already, two words or more: it needs no other.</summary>
    /// <param name="customerId">The id in the ledger.</param>
    public static bool IsName(string customerId)
    {
        ArgumentNullException.ThrowIfNull(customerId);
        var words = customerId.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length > 1 && Array.TrueForAll(words, word => word.Any(char.IsLetter));
    }

    // FNV-1a of the UTF-8 bytes.
    private static ulong Hash(string text)
    {
        var hash = FirstHash;
        foreach (var octet in Encoding.UTF8.GetBytes(text))
        {
            hash = (hash ^ octet) * HashFactor;
        }

        return hash;
    }

    // The last step of SplitMix64: FNV leaves ids that differ in their last digit close together.
    private static ulong Mix(ulong value)
    {
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }
}
