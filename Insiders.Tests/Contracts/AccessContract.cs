using System.Collections.Immutable;
using System.Reflection;
using Insiders.Core.Application;
using Insiders.Core.Application.Access;
using Insiders.Core.Application.Imports;
using Insiders.Core.Application.SavedViews;
using Insiders.Core.Application.Settings;
using Insiders.Core.Customers;
using Insiders.Core.Pipeline;
using Insiders.Core.Problems;
using Insiders.Tests.Architecture;
using Insiders.Tests.Fixtures;
using Insiders.Tests.Fixtures.Shops;
using Microsoft.Extensions.DependencyInjection;

namespace Insiders.Tests.Contracts;

/// <summary>Calls every use case that changes or returns data with every role, and checks which are refused.</summary>
public sealed class AccessContract(SiteFactory site) : IClassFixture<SiteFactory>
{
    /// <summary>The role that each use case needs. A test fails if a use case is missing here.</summary>
    private static readonly ImmutableSortedDictionary<string, Role> s_least = ImmutableSortedDictionary.CreateRange(StringComparer.Ordinal, new Dictionary<string, Role>
    {
        ["AudienceService.DeleteAsync"] = Role.Viewer,
        ["AudienceService.RenameAsync"] = Role.Viewer,
        ["AudienceService.RestoreAsync"] = Role.Viewer,
        ["AudienceService.SaveAsync"] = Role.Viewer,
        ["AudienceService.SaveRuleAsync"] = Role.Viewer,
        ["AudienceService.ShareAsync"] = Role.Analyst,
        ["BackupService.DeleteAsync"] = Role.Admin,
        ["BackupService.MakeAsync"] = Role.Admin,
        ["BackupService.RestoreAsync"] = Role.Admin,
        ["BackupService.TakeAsync"] = Role.Admin,
        ["BackupService.TakeNewAsync"] = Role.Admin,
        ["ImportService.CancelAsync"] = Role.Analyst,
        ["ImportService.ChooseAsync"] = Role.Analyst,
        ["ImportService.DiscardAsync"] = Role.Analyst,
        ["ImportService.ReopenAsync"] = Role.Analyst,
        ["ImportService.RestartAsync"] = Role.Analyst,
        ["ImportService.StartAsync"] = Role.Analyst,
        ["ImportService.TakeRejectsAsync"] = Role.Analyst,
        ["ImportService.UndoAsync"] = Role.Analyst,
        ["PeopleService.ChangeAsync"] = Role.Admin,
        ["ProgrammeService.DecideAsync"] = Role.Analyst,
        ["ProgrammeService.PreviewAsync"] = Role.Analyst,
        ["ProgrammeService.ReviewNowAsync"] = Role.Analyst,
        ["ProgrammeService.SaveAsync"] = Role.Analyst,
        ["ProgrammeService.TakeBackAsync"] = Role.Analyst,
        ["RunRetentionService.SaveAsync"] = Role.Admin,
        ["RunService.CancelAsync"] = Role.Analyst,
        ["RunService.PublishAsync"] = Role.Analyst,
        ["RunService.StartAgainAsync"] = Role.Analyst,
        ["RunService.StartAsync"] = Role.Analyst,
        ["SavedViewService.AddAsync"] = Role.Viewer,
        ["SavedViewService.ChooseStandardAsync"] = Role.Viewer,
        ["SavedViewService.DeleteAsync"] = Role.Viewer,
        ["SavedViewService.PutBackAsync"] = Role.Viewer,
        ["SavedViewService.RenameAsync"] = Role.Viewer,
        ["SegmentService.ChangeAsync"] = Role.Analyst,
        ["SettingsService.SaveAsync"] = Role.Admin,
        ["HoldoutService.CreateAsync"] = Role.Analyst,
        ["HoldoutService.RenewAsync"] = Role.Analyst,
        ["TemplateService.DeleteAsync"] = Role.Analyst,
        ["TemplateService.SaveAsync"] = Role.Analyst,
        ["TemplateService.TakeAsync"] = Role.Analyst,
        ["HypothesisService.DeleteAsync"] = Role.Analyst,
        ["HypothesisService.SaveAsync"] = Role.Analyst,
        ["WorkListService.SetStateAsync"] = Role.Viewer,
        ["WorkListService.TakeAsync"] = Role.Viewer,
        ["WorkListService.WriteNoteAsync"] = Role.Viewer,
    });

    public static TheoryData<string, Role> Refused
    {
        get
        {
            var data = new TheoryData<string, Role>();
            foreach (var (useCase, least) in s_least)
            {
                foreach (var role in Enum.GetValues<Role>().Where(role => role < least))
                {
                    data.Add(useCase, role);
                }
            }

            return data;
        }
    }

    [Fact]
    public void Every_use_case_has_its_role()
        => Assert.Equal(s_least.Keys, UseCases().Select(NameOf).Distinct().Order(StringComparer.Ordinal));

    [Theory, MemberData(nameof(Refused))]
    public async Task A_role_that_is_too_low_is_refused(string useCase, Role role)
    {
        var person = await site.PersonAsync(role.ToString());

        foreach (var method in UseCases().Where(method => NameOf(method) == useCase))
        {
            Assert.Equal(ProblemCode.AccessDenied, (await CallAsync(method, new Actor(person.Id, person.Email!, role)))?.Code);
        }
    }

    [Fact]
    public async Task Who_claims_a_role_that_the_account_does_not_have_is_refused_and_so_is_nobody()
    {
        var viewer = await site.PersonAsync(nameof(Role.Viewer));
        Actor[] pretenders = [Actor.Nobody, new("no-such-account", "eve", Role.Admin), Actor.Program with { Name = "Insiders" }];
        foreach (var method in UseCases())
        {
            foreach (var actor in s_least[NameOf(method)] == Role.Viewer ? pretenders : [.. pretenders, new Actor(viewer.Id, viewer.Email!, Role.Admin)])
            {
                Assert.Equal((NameOf(method), actor, ProblemCode.AccessDenied), (NameOf(method), actor, (await CallAsync(method, actor))?.Code));
            }
        }
    }

    private static string NameOf(MethodInfo method) => $"{method.DeclaringType!.Name}.{method.Name}";

    private static IEnumerable<MethodInfo> UseCases()
        => ProductTypes.Core.Where(type => type.Namespace!.StartsWith("Insiders.Core.Application.", StringComparison.Ordinal) && type.Name.EndsWith("Service", StringComparison.Ordinal))
            .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly))
            .Where(method => method.GetParameters() is [{ ParameterType: var first }, ..] && first == typeof(Actor) && IsAnswer(method.ReturnType));

    private static bool IsAnswer(Type type)
        => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Task<>)
            && type.GetGenericArguments()[0] is var answer && (answer == typeof(Result) || (answer.IsGenericType && answer.GetGenericTypeDefinition() == typeof(Result<>)));

    // The arguments do not matter: access is refused before anything is read.
    private async Task<Problem?> CallAsync(MethodInfo method, Actor actor)
    {
        object?[] arguments = [.. method.GetParameters().Select(parameter => ValueOf(parameter.ParameterType, actor))];
        var task = (Task)method.Invoke(site.Services.GetRequiredService(method.DeclaringType!), arguments)!;
        await task;
        var answer = ((dynamic)task).Result;
        return (Problem?)answer.Problem;
    }

    private static object? ValueOf(Type type, Actor actor)
        => type == typeof(Actor) ? actor
            : type == typeof(string) ? "x"
            : type == typeof(CancellationToken) ? CancellationToken.None
            : type == typeof(SavedView) ? new SavedView("x", "x", "", actor.Id, actor.Name, IsShared: false)
            : type == typeof(ImportReview) ? new ImportReview(new ImportJob("x", "x.csv", ImportJobState.Uploaded, "x", DateTimeOffset.UnixEpoch), ImportChoices.None)
            : type == typeof(ImportChoices) ? ImportChoices.None
            : type == typeof(CustomerTable) ? FiveCustomers.Build()
            : type == typeof(InstallationSchedule) ? new InstallationSchedule()
            : type == typeof(Recipe) ? Recipe.Study
            : type.IsValueType ? Activator.CreateInstance(type)
            : null;
}
