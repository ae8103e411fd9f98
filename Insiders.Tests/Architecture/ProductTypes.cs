using System.Reflection;
using System.Runtime.CompilerServices;
using Insiders.Core.Pipeline;

namespace Insiders.Tests.Architecture;

/// <summary>The product's assemblies and the types written by hand in them.</summary>
internal static class ProductTypes
{
    private static readonly string[] s_generatedSpaces = [".Migrations", ".CompiledModel"];

    public static Assembly CoreAssembly { get; } = typeof(Recipe).Assembly;

    public static Assembly WebAssembly { get; } = Assembly.Load("Insiders.Web");

    public static IReadOnlyList<Type> Core { get; } = HandWritten(CoreAssembly);

    public static IReadOnlyList<Type> Web { get; } = HandWritten(WebAssembly);

    public static IEnumerable<Type> All => Core.Concat(Web);

    /// <summary>Every type in the public signatures of a type of Core: parameters, results, properties, fields, and their generic arguments.</summary>
    public static IEnumerable<(MemberInfo Member, Type Type)> PublicSignatures()
    {
        const BindingFlags Offered = BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;
        foreach (var member in Core.Where(type => type.IsVisible).SelectMany(type => type.GetMembers(Offered)))
        {
            IEnumerable<Type> types = member switch
            {
                MethodInfo method => [method.ReturnType, .. method.GetParameters().Select(parameter => parameter.ParameterType)],
                ConstructorInfo constructor => constructor.GetParameters().Select(parameter => parameter.ParameterType),
                PropertyInfo property => [property.PropertyType],
                FieldInfo field => [field.FieldType],
                _ => [],
            };
            foreach (var type in types.SelectMany(WithParts))
            {
                yield return (member, type);
            }
        }
    }

    /// <summary>A member's name with the name of its type, for a list of offenders.</summary>
    public static string Show(MemberInfo member) => $"{member.DeclaringType}.{member.Name}";

    /// <summary>A type's name without the arity of generics.</summary>
    public static string PlainName(Type type) => type.Name.Split('`')[0];

    private static List<Type> HandWritten(Assembly assembly)
        => [.. assembly.GetTypes().Where(type =>
            type.Namespace is { } space && space.StartsWith("Insiders.", StringComparison.Ordinal) && !s_generatedSpaces.Any(space.EndsWith)
            && !type.Name.Contains('<', StringComparison.Ordinal)
            && !IsGenerated(type))];

    private static bool IsGenerated(Type type)
        => type.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false) || (type.DeclaringType is { } outer && (outer.Name.Contains('<', StringComparison.Ordinal) || IsGenerated(outer)));

    private static IEnumerable<Type> WithParts(Type type)
    {
        yield return type;
        var parts = type.IsGenericType ? type.GetGenericArguments() : [];
        if (type.IsByRef)
        {
            parts = [type.GetElementType()!];
        }

        foreach (var part in parts.SelectMany(WithParts))
        {
            yield return part;
        }
    }
}
