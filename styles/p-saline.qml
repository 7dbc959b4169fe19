<?xml version="1.0" encoding="UTF-8"?>
<qgis version="3.22.0" styleCategories="Symbology|Notes">
  <userNotes value="&lt;p&gt;&lt;b&gt;Probability of being saline (-)&lt;/b&gt;&lt;/p&gt;&lt;p&gt;How likely ECe lies above the threshold that the estimation was asked for, 4 dS/m unless it was another: green where it hardly does, white where nobody knows, purple where it almost surely does.&lt;/p&gt;"/>
  <pipe>
    <rasterrenderer type="singlebandpseudocolor" band="7" opacity="1" alphaBand="-1" nodataColor="" classificationMin="0" classificationMax="1">
      <rastershader>
        <colorrampshader colorRampType="INTERPOLATED" classificationMode="1" clip="0" minimumValue="0" maximumValue="1">
          <item value="0" color="#1b7837" alpha="255" label="0 not saline"/>
          <item value="0.1" color="#7fbf7b" alpha="255" label="0.1 unlikely"/>
          <item value="0.5" color="#f7f7f7" alpha="255" label="0.5 as likely as not"/>
          <item value="0.9" color="#af8dc3" alpha="255" label="0.9 likely"/>
          <item value="1" color="#762a83" alpha="255" label="1 saline"/>
          <!-- A bar would show the ends alone; a list has every label of the legend. -->
          <rampLegendSettings useContinuousLegend="0"/>
        </colorrampshader>
      </rastershader>
    </rasterrenderer>
  </pipe>
</qgis>
