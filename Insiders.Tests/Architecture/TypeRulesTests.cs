using System.Linq.Expressions;
using System.Reflection;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Components;

namespace Insiders.Tests.Architecture;

/// <summary>Rules checked on the compiled types.</summary>
public sealed class TypeRulesTests
{
    private static readonly string[] s_notForCore = ["Insiders.Web", "MudBlazor", "Microsoft.AspNetCore", "Plotly"];

    private static readonly string[] s_emptyWords = ["Manager", "Helper", "Helpers", "Util", "Utils", "Common", "Impl", "Processor"];

    private static readonly string[] s_emptyWordsInCore = ["Service", "Data", "Info"];

    private static readonly string[] s_emptyVerbs = ["Process", "Handle", "Do", "Execute"];

    [Fact]
    public void Core_knows_no_web()
        => Rule.HasNoOffenders(
            ProductTypes.CoreAssembly.GetReferencedAssemblies().Select(assembly => assembly.Name!)
                .Where(name => s_notForCore.Any(banned => name.StartsWith(banned, StringComparison.Ordinal))),
            "Insiders.Core must not reference the web or a UI package:");

    [Fact]
    public void Every_class_is_sealed_or_abstract()
        => Rule.HasNoOffenders(
            ProductTypes.All
                .Where(type => type is { IsClass: true, IsSealed: false, IsAbstract: false } && !typeof(IComponent).IsAssignableFrom(type) && type.Name != "_Imports")
                .Select(type => type.FullName!),
            "Seal these classes (components and _Imports, which Razor generates, are exempt):");

    [Fact]
    public void No_type_hides_behind_an_empty_word()
        => Rule.HasNoOffenders(
            ProductTypes.All.Where(type => EndsWithAny(type, s_emptyWords))
                .Concat(ProductTypes.Core.Where(type => EndsWithAny(type, s_emptyWordsInCore) && !(type.Namespace!.StartsWith("Insiders.Core.Application", StringComparison.Ordinal) && type.Name.EndsWith("Service", StringComparison.Ordinal))))
                .Select(type => type.FullName!),
            $"Name these types by what they do; banned are {string.Join(", ", s_emptyWords)}, and in Core {string.Join(", ", s_emptyWordsInCore)}:");

    [Fact]
    public void No_type_is_named_like_a_part_of_a_namespace()
    {
        var parts = ProductTypes.All.SelectMany(type => type.Namespace!.Split('.')).ToHashSet(StringComparer.Ordinal);

        Rule.HasNoOffenders(
            ProductTypes.All.Where(type => parts.Contains(ProductTypes.PlainName(type))).Select(type => type.FullName!),
            "These types share their name with a namespace part, which hides them from their neighbours (CS0118):");
    }

    [Fact]
    public void No_public_method_of_Core_has_an_empty_verb()
        => Rule.HasNoOffenders(
            ProductTypes.Core.Where(type => type.IsVisible && type.Namespace != "Insiders.Core.Ledger")
                .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly))
                .Where(method => s_emptyVerbs.Any(verb => method.Name == verb || method.Name == verb + "Async"))
                .Select(ProductTypes.Show),
            "Use the verb of the stage (Read, Clean, Build, Fit, Embed, Cluster, Score, Merge, Name, Save, Load); the ledger alone executes SQL:");

    [Fact]
    public void No_public_member_of_Core_passes_rows_as_arrays_of_arrays()
        => Rule.HasNoOffenders(
            ProductTypes.PublicSignatures().Where(use => use.Type == typeof(double[][])).Select(use => ProductTypes.Show(use.Member)),
            "Pass a Matrix instead of double[][]:");

    [Fact]
    public void No_query_in_the_making_leaves_Core()
        => Rule.HasNoOffenders(
            ProductTypes.PublicSignatures()
                .Where(use => typeof(IQueryable).IsAssignableFrom(use.Type) || typeof(Expression).IsAssignableFrom(use.Type))
                .Select(use => ProductTypes.Show(use.Member)),
            "Return records: no IQueryable and no Expression in public signatures of Core:");

    [Fact]
    public void Nothing_of_EF_leaves_Core()
        => Rule.HasNoOffenders(
            ProductTypes.PublicSignatures()
                .Where(use => use.Type.Namespace?.StartsWith("Microsoft.EntityFrameworkCore", StringComparison.Ordinal) == true)
                .Select(use => ProductTypes.Show(use.Member)),
            "The database stays behind named queries that return records:");

    [Fact]
    public void An_interface_has_two_implementations_in_the_product()
        => Rule.HasNoOffenders(
            from contract in ProductTypes.All
            where contract.IsInterface && contract.Namespace?.StartsWith("Insiders.Core.Application", StringComparison.Ordinal) != true
            let count = ProductTypes.All.Count(type => type is { IsClass: true, IsAbstract: false } && contract.IsAssignableFrom(type))
            where count < 2
            select $"{contract.FullName}: {count}",
            "Write the class instead of an interface with fewer than two implementations; those of Application keep use cases above the stores:");

    [Fact]
    public void What_Core_hands_out_cannot_be_set_afterwards()
        => Rule.HasNoOffenders(
            ProductTypes.Core.Where(type => type.IsVisible)
                .SelectMany(type => type.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly))
                .Where(property => property.GetIndexParameters().Length == 0 && property.SetMethod is { IsPublic: true } set
                    && !set.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit)))
                .Select(ProductTypes.Show),
            "Make these properties init-only: a result or an option does not change after construction:");

    [Fact]
    public void Core_keeps_no_state_between_calls()
        => Rule.HasNoOffenders(
            ProductTypes.Core
                .SelectMany(type => type.GetFields(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.DeclaredOnly))
                .Where(field => field is { IsInitOnly: false, IsLiteral: false } && !field.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false))
                .Select(ProductTypes.Show),
            "A static field that changes makes the second fit differ from the first:");

    [Fact]
    public void A_test_is_called_by_a_sentence()
        => Rule.HasNoOffenders(
            typeof(TypeRulesTests).Assembly.GetTypes()
                .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly))
                .Where(method => method.GetCustomAttributes().Any(attribute => attribute is FactAttribute))
                .Where(method => !method.Name.Contains('_', StringComparison.Ordinal))
                .Select(ProductTypes.Show),
            "Name these tests by what holds, such as A_refund_is_counted:");

    private static bool EndsWithAny(Type type, string[] words)
        => words.Any(word => ProductTypes.PlainName(type).EndsWith(word, StringComparison.Ordinal));
}
